package cn.sanming.migrant.housing.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// All units. Each change of hands is one conditional write on one document and harmless when repeated.
@Component
public class Units {

    private final MongoTemplate mongo;

    Units(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<Unit> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Unit.class));
    }

    public Optional<Unit> heldBy(String applicationId) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("holder").is(applicationId)), Unit.class));
    }

    public List<Unit> all(Collection<String> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)).with(Sort.by("_id")), Unit.class);
    }

    public List<Unit> ofProject(String projectId) {
        return mongo.find(Query.query(Criteria.where("projectId").is(projectId)).with(Sort.by("_id")), Unit.class);
    }

    /// Gives a free unit to an application: exactly one of all who ask at the same time gets it.
    ///
    /// @param roundId the round it is kept for, or nothing for a direct allocation
    /// @return whether the application holds the unit now
    public boolean take(String unitId, String applicationId, @Nullable String roundId, LocalDate today) {
        var free = Query.query(Criteria.where("_id")
                .is(unitId)
                .and("state")
                .is(UnitState.FREE.name())
                .and("roundId")
                .is(roundId));
        var taken = new Update()
                .set("state", UnitState.ALLOCATED.name())
                .set("holder", applicationId)
                .set("takenOn", today);
        try {
            if (mongo.updateFirst(free, taken, Unit.class).getModifiedCount() == 1) {
                return true;
            }
        } catch (DuplicateKeyException _) {
            // the application holds another unit already: the unique index on the holder says so
            return false;
        }
        return find(unitId).filter(unit -> applicationId.equals(unit.holder())).isPresent();
    }

    /// The unit is free again, if it is this application that holds it.
    public void release(String unitId, String applicationId) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(unitId).and("holder").is(applicationId)),
                new Update()
                        .set("state", UnitState.FREE.name())
                        .unset("holder")
                        .unset("takenOn")
                        .unset("roundId"),
                Unit.class);
    }

    public void mark(String applicationId, UnitState state) {
        mongo.updateFirst(
                Query.query(Criteria.where("holder").is(applicationId)),
                new Update().set("state", state.name()).unset("roundId"),
                Unit.class);
    }

    /// Keeps a free unit for a round.
    ///
    /// @return whether it is kept for this round now
    public boolean keep(String unitId, String roundId, LocalDate today) {
        var free = Query.query(Criteria.where("_id")
                .is(unitId)
                .and("state")
                .is(UnitState.FREE.name())
                .and("roundId")
                .is(null));
        return mongo.updateFirst(free, new Update().set("roundId", roundId).set("takenOn", today), Unit.class)
                        .getModifiedCount()
                == 1;
    }

    /// What is left of a round's lot can be allocated otherwise.
    public void letGo(String roundId) {
        mongo.updateMulti(
                Query.query(Criteria.where("roundId").is(roundId)), new Update().unset("roundId"), Unit.class);
    }

    /// Takes a free unit out of letting, or puts it back.
    boolean change(String unitId, UnitState from, UnitState to) {
        var found = Query.query(Criteria.where("_id")
                .is(unitId)
                .and("state")
                .is(from.name())
                .and("roundId")
                .is(null));
        return mongo.updateFirst(found, new Update().set("state", to.name()), Unit.class)
                        .getModifiedCount()
                == 1;
    }

    /// @return false where the unit is registered already
    boolean register(Unit unit) {
        if (find(unit.id()).isPresent()) {
            return false;
        }
        try {
            mongo.insert(unit);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    List<Unit> page(
            @Nullable String district,
            @Nullable String projectId,
            @Nullable String state,
            @Nullable String after,
            int size) {
        var wanted = new Criteria();
        if (district != null) {
            wanted = wanted.and("district").is(district);
        }
        if (projectId != null) {
            wanted = wanted.and("projectId").is(projectId);
        }
        if (state != null) {
            wanted = wanted.and("state").is(state);
        }
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        return mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), Unit.class);
    }
}
