package cn.sanming.migrant.wage.realname;

import cn.sanming.migrant.wage.site.RealNameBook;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The register in the store. Attendance is added to a set, so the same day twice is one day.
@Component
class RealNameEntries implements RealNameBook {

    private final MongoTemplate mongo;

    RealNameEntries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    RealNameEntry insert(RealNameEntry entry) {
        return mongo.insert(entry);
    }

    Optional<RealNameEntry> open(String projectId, String personId) {
        var key = RealNameEntry.keyOf(projectId, personId);
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("openKey").is(key)), RealNameEntry.class));
    }

    List<RealNameEntry> of(String projectId, Collection<String> personIds) {
        return mongo.find(
                Query.query(Criteria.where("personId")
                        .in(personIds)
                        .and("projectId")
                        .is(projectId)),
                RealNameEntry.class);
    }

    /// @param employer only the workers of this employer, or all
    /// @param person   only this worker, or all
    List<RealNameEntry> page(
            String projectId, @Nullable String employer, @Nullable String person, @Nullable String after, int size) {
        var wanted = Criteria.where("projectId").is(projectId);
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        if (employer != null) {
            wanted = wanted.and("employerUscc").is(employer);
        }
        if (person != null) {
            wanted = wanted.and("personId").is(person);
        }
        return mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size), RealNameEntry.class);
    }

    void present(Collection<String> entryIds, LocalDate day) {
        mongo.updateMulti(
                Query.query(Criteria.where("_id").in(entryIds)),
                new Update().addToSet("days", day),
                RealNameEntry.class);
    }

    /// @return whether the worker was on the site
    boolean leave(String projectId, String personId, LocalDate on) {
        var key = RealNameEntry.keyOf(projectId, personId);
        return mongo.updateFirst(
                                Query.query(Criteria.where("openKey").is(key)),
                                new Update().set("leftOn", on).unset("openKey"),
                                RealNameEntry.class)
                        .getModifiedCount()
                > 0;
    }

    @Override
    public List<String> without(String projectId, Collection<String> personIds) {
        var known = new HashSet<String>();
        of(projectId, personIds).forEach(entry -> known.add(entry.personId()));
        return personIds.stream().filter(person -> !known.contains(person)).toList();
    }

    @Override
    public long onSite(String projectId) {
        return mongo.count(
                Query.query(
                        Criteria.where("projectId").is(projectId).and("openKey").exists(true)),
                RealNameEntry.class);
    }
}
