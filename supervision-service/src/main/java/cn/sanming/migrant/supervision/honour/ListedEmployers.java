package cn.sanming.migrant.supervision.honour;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Who is on the list of dishonest entities (失信联合惩戒对象名单): our own copy, entry by entry, so that it does not
/// matter whether the listing or the removal is heard of first.
@Component
public class ListedEmployers {

    private final MongoTemplate mongo;

    @Document("blacklist")
    record Entry(
            @Id String id,
            @Indexed String employerUscc,
            @Nullable Boolean listed,
            @Nullable Boolean removed) {}

    ListedEmployers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public void listed(String entryId, String employerUscc) {
        mark(entryId, employerUscc, "listed");
    }

    public void removed(String entryId, String employerUscc) {
        mark(entryId, employerUscc, "removed");
    }

    private void mark(String entryId, String employerUscc, String what) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(entryId)),
                new Update().set("employerUscc", employerUscc).set(what, true),
                Entry.class);
    }

    boolean containsAny(Collection<String> employers) {
        return !employers.isEmpty()
                && mongo.find(Query.query(Criteria.where("employerUscc").in(employers)), Entry.class).stream()
                        .anyMatch(entry -> Boolean.TRUE.equals(entry.listed()) && entry.removed() == null);
    }
}
