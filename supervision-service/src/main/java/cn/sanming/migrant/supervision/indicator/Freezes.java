package cn.sanming.migrant.supervision.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Up to which day each indicator is frozen (冻结).
@Component
class Freezes {

    private final MongoTemplate mongo;

    @Document("freezes")
    record Freeze(@Id String indicator, LocalDate upTo) {}

    Freezes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Nullable
    LocalDate upTo(String indicator) {
        var freeze = mongo.findById(indicator, Freeze.class);
        return freeze == null ? null : freeze.upTo();
    }

    /// Only ever moves forward.
    void freeze(String indicator, LocalDate upTo) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(indicator)),
                new Update().max("upTo", upTo.toString()),
                Freeze.class);
    }
}
