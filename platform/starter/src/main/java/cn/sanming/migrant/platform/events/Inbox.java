package cn.sanming.migrant.platform.events;

import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What has been reacted to (收件箱), by event and reaction: a repetition is recognised and changes nothing.
public final class Inbox {

    private final MongoTemplate mongo;

    @Document("inbox")
    record Entry(
            @Id String id, @Indexed(expireAfter = "60d") Instant at) {}

    Inbox(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    boolean knows(String eventId, String reaction) {
        return mongo.findById(key(eventId, reaction), Entry.class) != null;
    }

    void remember(String eventId, String reaction) {
        try {
            mongo.insert(new Entry(key(eventId, reaction), Instant.now()));
        } catch (DuplicateKeyException alreadyThere) {
            // another instance finished the same reaction first: the entry is what we wanted
            return;
        }
    }

    private static String key(String eventId, String reaction) {
        return eventId + '|' + reaction;
    }
}
