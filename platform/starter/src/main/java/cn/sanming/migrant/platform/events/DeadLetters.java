package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.kernel.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// The dead letters of this service (死信), in its own store: each names the event, the reaction that failed and the
/// cause, stands once however often it fails, and leaves the list when it is done.
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final MongoTemplate mongo;
    private final Inbox inbox;
    private final Clock clock;
    private final Duration retention;
    private final Counter written;
    private final AtomicLong open = new AtomicLong();

    /// @param retention how long a letter that is done is kept
    DeadLetters(MongoTemplate mongo, Inbox inbox, MeterRegistry meters, Clock clock, Duration retention) {
        this.mongo = mongo;
        this.inbox = inbox;
        this.clock = clock;
        this.retention = retention;
        this.written = Counter.builder("events.dead")
                .description("events this service has given up on")
                .register(meters);
        Gauge.builder("dead.letters.open", open, AtomicLong::get)
                .description("dead letters that wait for somebody, counted in the store")
                .register(meters);
        // known from the start, so that its indexes are made with all others
        mongo.getConverter().getMappingContext().getPersistentEntity(DeadLetter.class);
    }

    /// A record that nobody can read.
    void put(ConsumerRecord<String, byte[]> record, Throwable cause) {
        var id = Ids.of("dl", record.topic(), Integer.toString(record.partition()), Long.toString(record.offset()));
        put(id, record, null, null, cause);
    }

    /// An event with which this reaction comes to no end.
    void put(ConsumerRecord<String, byte[]> record, Received event, String reaction, Throwable cause) {
        var name = new DeadLetter.EventName(event.id(), event.type(), event.subject());
        put(idOf(event.id(), reaction), record, name, reaction, cause);
    }

    private void put(
            String id,
            ConsumerRecord<String, byte[]> record,
            DeadLetter.@Nullable EventName event,
            @Nullable String reaction,
            Throwable cause) {
        var now = clock.instant();
        var why = DeadLetter.Cause.of(cause);
        var update = new Update()
                .set("state", DeadLetter.State.OPEN)
                .set("cause", why)
                .set("lastTriedAt", now)
                .inc("tries", 1)
                .unset("closing")
                .unset("until")
                .setOnInsert("at", now)
                .setOnInsert("origin", new DeadLetter.Origin(record.topic(), record.partition(), record.offset()))
                .setOnInsert("record", DeadLetter.Content.of(record));
        if (event != null) {
            update.setOnInsert("event", event).setOnInsert("reaction", reaction);
        }
        var before = mongo.findAndModify(
                byId(id), update, FindAndModifyOptions.options().upsert(true), DeadLetter.class);
        if (before == null || before.state() == DeadLetter.State.DONE) {
            written.increment();
        }
        LOG.error(
                "dead letter {} of {}-{}@{} ({}): {} {}",
                id,
                record.topic(),
                record.partition(),
                record.offset(),
                reaction == null ? "unreadable" : reaction,
                why.exception(),
                why.words());
        count();
    }

    /// It was tried again in vain.
    void failedAgain(DeadLetter letter, Throwable cause) {
        var update = new Update()
                .set("cause", DeadLetter.Cause.of(cause))
                .set("lastTriedAt", clock.instant())
                .inc("tries", 1);
        mongo.updateFirst(byId(letter.id()), update, DeadLetter.class);
    }

    /// A reaction went well: if its event lay here, it is done. Asks the store only if something lies here.
    void happened(String eventId, String reaction) {
        if (open.get() > 0) {
            close(idOf(eventId, reaction), DeadLetter.Way.HAPPENED, "SYSTEM", null);
        }
    }

    void replayed(DeadLetter letter, String by) {
        close(letter.id(), DeadLetter.Way.REPLAYED, by, null);
    }

    /// Nobody shall ever do this: reading the topic again does not do it either.
    void discard(DeadLetter letter, String by, String reason) {
        if (letter.event() != null && letter.reaction() != null) {
            inbox.remember(letter.event().id(), letter.reaction());
        }
        close(letter.id(), DeadLetter.Way.DISCARDED, by, reason);
    }

    private void close(String id, DeadLetter.Way way, String by, @Nullable String reason) {
        var now = clock.instant();
        var update = new Update()
                .set("state", DeadLetter.State.DONE)
                .set("closing", new DeadLetter.Closing(way, by, now, reason))
                .set("until", Instant.now().plus(retention));
        var stillOpen = Query.query(Criteria.where("_id").is(id).and("state").is(DeadLetter.State.OPEN));
        if (mongo.updateFirst(stillOpen, update, DeadLetter.class).getModifiedCount() > 0) {
            LOG.info("dead letter {} is done: {} by {}", id, way, by);
            count();
        }
    }

    Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(mongo.findById(id, DeadLetter.class));
    }

    /// Letters by age, without their content.
    ///
    /// @param after the last letter of the page before
    List<DeadLetter> list(DeadLetter.State state, int most, @Nullable DeadLetter after) {
        var wanted = Criteria.where("state").is(state);
        if (after != null) {
            wanted = wanted.orOperator(
                    Criteria.where("at").gt(after.at()),
                    Criteria.where("at").is(after.at()).and("_id").gt(after.id()));
        }
        var query = Query.query(wanted).with(Sort.by("at", "_id")).limit(most);
        query.fields().exclude("record");
        return mongo.find(query, DeadLetter.class);
    }

    /// Letters that wait for somebody, as counted last.
    public long open() {
        return open.get();
    }

    void count() {
        open.set(mongo.count(Query.query(Criteria.where("state").is(DeadLetter.State.OPEN)), DeadLetter.class));
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }

    private static String idOf(String eventId, String reaction) {
        return Ids.of("dl", eventId, reaction);
    }
}
