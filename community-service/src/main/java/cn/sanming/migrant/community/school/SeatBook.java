package cn.sanming.migrant.community.school;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Gives out school places (学位). Each step is one conditional update that remembers who holds the place, so two
/// children never sit on the same chair and a repeat is harmless.
@Component
public class SeatBook {

    public static final String PLAN = "plan";

    private final MongoTemplate mongo;

    SeatBook(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Sets how many places come from one source; told again, it changes nothing.
    ///
    /// @return false if fewer places would be left than children hold
    public boolean allot(String schoolId, int year, String source, int seats) {
        var id = Seats.idOf(schoolId, year);
        if (mongo.findById(id, Seats.class) == null) {
            try {
                mongo.insert(new Seats(id, schoolId, year, 0, 0, Map.of(), Map.of()));
            } catch (DuplicateKeyException _) {
                // somebody was first: the row is there, and that is all that is needed
            }
        }
        while (true) {
            var known = mongo.findById(id, Seats.class);
            var before = known == null || known.sources() == null
                    ? null
                    : known.sources().get(source);
            int more = seats - (before == null ? 0 : before);
            if (more == 0 && before != null) {
                return true;
            }
            if (known != null && known.free() + more < 0) {
                return false;
            }
            var unchanged = Criteria.where("_id").is(id).and("free").gte(-more);
            unchanged = before == null
                    ? unchanged.and("sources." + source).exists(false)
                    : unchanged.and("sources." + source).is(before);
            var change = new Update().inc("seats", more).inc("free", more).set("sources." + source, seats);
            if (mongo.updateFirst(Query.query(unchanged), change, Seats.class).getModifiedCount() == 1) {
                return true;
            }
        }
    }

    /// @return whether this enrolment holds a place of the school now, by this or an earlier call
    public boolean take(String schoolId, int year, String enrolment, Instant at) {
        var id = Seats.idOf(schoolId, year);
        var free = Query.query(Criteria.where("_id")
                .is(id)
                .and("taken." + enrolment)
                .exists(false)
                .and("free")
                .gt(0));
        var take = new Update().inc("free", -1).set("taken." + enrolment, at);
        return mongo.updateFirst(free, take, Seats.class).getModifiedCount() == 1
                || mongo.exists(
                        Query.query(Criteria.where("_id")
                                .is(id)
                                .and("taken." + enrolment)
                                .exists(true)),
                        Seats.class);
    }

    /// Gives a place back; a second time there is nothing to give back.
    public void release(String schoolId, int year, String enrolment) {
        var held = Query.query(Criteria.where("_id")
                .is(Seats.idOf(schoolId, year))
                .and("taken." + enrolment)
                .exists(true));
        mongo.updateFirst(held, new Update().inc("free", 1).unset("taken." + enrolment), Seats.class);
    }

    /// Free places of each of these schools, by id; a school without places in that year counts none.
    public Map<String, Integer> free(Collection<School> schools, int year) {
        var free = new TreeMap<String, Integer>();
        var ids = schools.stream().map(school -> Seats.idOf(school.id(), year)).toList();
        schools.forEach(school -> free.put(school.id(), 0));
        mongo.find(Query.query(Criteria.where("_id").in(ids)), Seats.class)
                .forEach(row -> free.put(row.schoolId(), row.free()));
        return free;
    }

    public List<Seats> of(String schoolId) {
        return mongo.find(Query.query(Criteria.where("schoolId").is(schoolId)), Seats.class);
    }

    /// The places of one school in one school year.
    public Optional<Seats> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Seats.class));
    }
}
