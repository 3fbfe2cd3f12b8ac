package cn.sanming.migrant.gateway.messages;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The notice board (公告栏). Late news change nothing, and repeated news say the same again.
@Component
final class NoticeBoard {

    private final MongoTemplate mongo;

    NoticeBoard(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// @return whether nothing younger stands there. A repetition is told so too: what follows may have been broken off
    boolean pin(NotificationDraft draft, @Nullable String district, long sequence) {
        return change(
                draft.kind(),
                draft.subject(),
                draft.at(),
                sequence,
                Absent.set(new Update(), "district", district)
                        .set("facts", draft.facts())
                        .set("codes", draft.codes())
                        .set("live", true));
    }

    /// Takes it down, or puts it up again.
    boolean show(String kind, String subject, boolean live, Instant at, long sequence) {
        return change(kind, subject, at, sequence, new Update().set("live", live));
    }

    private boolean change(String kind, String subject, Instant at, long sequence, Update update) {
        var id = Notice.idOf(kind, subject);
        update.set("sequence", sequence)
                .setOnInsert("kind", kind)
                .setOnInsert("subject", subject)
                .setOnInsert("order", NotificationDraft.order(at, id));
        var mine = query(where("_id").is(id).and("sequence").lte(sequence));
        return Younger.unlessThere(
                () -> mongo.upsert(mine, update, Notice.class),
                () -> mongo.exists(query(where("_id").is(id).and("sequence").gt(sequence)), Notice.class));
    }

    Optional<Notice> find(String kind, String subject) {
        return Optional.ofNullable(mongo.findById(Notice.idOf(kind, subject), Notice.class));
    }

    List<Notice> page(String kind, @Nullable String district, @Nullable String after, int most) {
        var where = where("live").is(true).and("kind").is(kind);
        if (district != null) {
            where.and("district").is(district);
        }
        if (after != null) {
            where.and("order").lt(after);
        }
        return mongo.find(
                query(where).with(Sort.by(Sort.Direction.DESC, "order")).limit(most), Notice.class);
    }

    /// What a message about it may say, if it has been heard of.
    Map<String, String> factsOf(String kind, String subject) {
        return find(kind, subject).map(Notice::facts).orElse(Map.of());
    }
}
