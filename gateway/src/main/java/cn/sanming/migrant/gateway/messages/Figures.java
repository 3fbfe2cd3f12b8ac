package cn.sanming.migrant.gateway.messages;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The city's figures at a glance, each in its newest period.
@Component
public class Figures {

    private final MongoTemplate mongo;

    Figures(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// A figure of an older period, or one told earlier, changes nothing.
    public void note(
            String indicator,
            @Nullable String district,
            String period,
            String value,
            @Nullable String target,
            @Nullable Boolean met,
            Instant at) {
        var id = indicator + ':' + (district == null ? "" : district);
        var older = new Criteria()
                .orOperator(
                        where("period").lt(period),
                        new Criteria()
                                .andOperator(
                                        where("period").is(period), where("at").lte(at)));
        var update = new Update()
                .set("indicator", indicator)
                .set("period", period)
                .set("value", value)
                .set("at", at);
        Absent.set(update, "district", district);
        Absent.set(update, "target", target);
        Absent.set(update, "met", met);
        var younger = new Criteria()
                .orOperator(
                        where("period").gt(period),
                        new Criteria()
                                .andOperator(
                                        where("period").is(period), where("at").gt(at)));
        Younger.unlessThere(
                () -> mongo.upsert(query(where("_id").is(id).andOperator(older)), update, Figure.class),
                () -> mongo.exists(query(where("_id").is(id).andOperator(younger)), Figure.class));
    }

    public List<Figure> all() {
        return mongo.find(new Query().with(Sort.by("_id")), Figure.class);
    }
}
