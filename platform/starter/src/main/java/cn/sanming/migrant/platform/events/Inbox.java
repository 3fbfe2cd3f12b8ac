package cn.sanming.migrant.platform.events;

import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What has been reacted to (收件箱), by event and reaction: a repetition is recognised and changes nothing. An entry
/// lives longer than the event in its topic, so that whole topics can be read again at any age.
public final class Inbox {

    /// A topic drops whole segments, so its last events outlive its retention by a while.
    static final Duration SEGMENT = Duration.ofDays(30);

    private final MongoTemplate mongo;
    private final Duration retention;

    @Document("inbox")
    record Entry(
            @Id String id,
            Instant at,
            @Indexed(expireAfter = "0s") Instant until) {}

    /// @param retention how long the topics keep events
    Inbox(MongoTemplate mongo, Duration retention) {
        this.mongo = mongo;
        this.retention = retention;
        // known from the start, so that the index of the old entries' end is made with all others
        mongo.getConverter().getMappingContext().getPersistentEntity(Entry.class);
    }

    boolean knows(String eventId, String reaction) {
        return mongo.findById(key(eventId, reaction), Entry.class) != null;
    }

    void remember(String eventId, String reaction) {
        try {
            var now = Instant.now();
            mongo.insert(
                    new Entry(key(eventId, reaction), now, now.plus(retention).plus(SEGMENT)));
        } catch (DuplicateKeyException alreadyThere) {
            // another instance finished the same reaction first: the entry is what we wanted
            return;
        }
    }

    private static String key(String eventId, String reaction) {
        return eventId + '|' + reaction;
    }
}
