package cn.sanming.migrant.gateway.messages;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// All messages. What is put in twice is there once; who takes one to the post has it for a while alone.
@Component
final class MessageStore {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "order");

    private final MongoTemplate mongo;

    MessageStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void put(Collection<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, Message.class);
        for (var message : messages) {
            var fields = new Document();
            mongo.getConverter().write(message, fields);
            fields.remove("_id");
            var update = new Update();
            fields.forEach(update::setOnInsert);
            bulk.upsert(query(where("_id").is(message.id())), update);
        }
        bulk.execute();
    }

    /// What is to go out now, the longest waiting first.
    List<Message> due(Instant now, int most) {
        return mongo.find(
                query(where("state").is(Stage.PENDING).and("nextAt").lte(now))
                        .with(Sort.by("nextAt"))
                        .limit(most),
                Message.class);
    }

    /// Takes a message to the post, unless somebody else was faster. Comes back by itself if we do not return.
    Optional<Message> take(Message message, Instant now, Duration lease) {
        var mine = query(where("_id")
                .is(message.id())
                .and("state")
                .is(Stage.PENDING)
                .and("nextAt")
                .is(message.nextAt()));
        var taken = mongo.findAndModify(
                mine,
                new Update().set("nextAt", now.plus(lease)).inc("attempts", 1),
                FindAndModifyOptions.options().returnNew(true),
                Message.class);
        return Optional.ofNullable(taken);
    }

    void settle(String id, Stage state, @Nullable String fault) {
        mongo.updateFirst(
                query(where("_id").is(id)),
                Absent.set(new Update().set("state", state), "fault", fault),
                Message.class);
    }

    void postpone(String id, Instant until, String why) {
        mongo.updateFirst(
                query(where("_id").is(id)), new Update().set("nextAt", until).set("fault", why), Message.class);
    }

    /// An operator has found the cause: out again, as if new.
    boolean again(String id, Instant now) {
        return mongo.updateFirst(
                                query(where("_id").is(id).and("state").is(Stage.DEAD)),
                                new Update()
                                        .set("state", Stage.PENDING)
                                        .set("nextAt", now)
                                        .set("queuedAt", now)
                                        .set("attempts", 0),
                                Message.class)
                        .getModifiedCount()
                == 1;
    }

    /// Facts that came after the message that needs them.
    void complete(String kind, String subject, Map<String, String> facts) {
        mongo.updateMulti(of(kind, subject), new Update().set("facts", facts), Message.class);
    }

    void withdraw(String kind, String subject, boolean withdrawn) {
        mongo.updateMulti(of(kind, subject), new Update().set("withdrawn", withdrawn), Message.class);
    }

    private static Query of(String kind, String subject) {
        return query(where("subject").is(subject).and("kind").is(kind));
    }

    /// @param county whose officer asks; none for the whole city and for everybody else
    List<Message> in(List<String> boxes, @Nullable String county, @Nullable String after, int most) {
        var where = where("to").in(boxes).and("withdrawn").is(false);
        if (after != null) {
            where.and("order").lt(after);
        }
        if (county != null) {
            where.and("district").in(null, county);
        }
        return mongo.find(query(where).with(NEWEST_FIRST).limit(most), Message.class);
    }

    Optional<Message> read(String id, List<String> boxes, Instant now) {
        var mine = query(where("_id").is(id).and("to").in(boxes));
        mongo.updateFirst(
                query(where("_id").is(id).and("to").in(boxes).and("readAt").isNull()),
                new Update().set("readAt", now),
                Message.class);
        return Optional.ofNullable(mongo.findOne(mine, Message.class));
    }

    List<Message> inState(Stage state, @Nullable String after, int most) {
        var where = where("state").is(state);
        if (after != null) {
            where.and("_id").gt(after);
        }
        return mongo.find(query(where).with(Sort.by("_id")).limit(most), Message.class);
    }

    /// Old messages go: nobody's whereabouts are kept for ever.
    long forgetBefore(Instant instant) {
        return mongo.remove(query(where("order").lt(NotificationDraft.order(instant, ""))), Message.class)
                .getDeletedCount();
    }
}
