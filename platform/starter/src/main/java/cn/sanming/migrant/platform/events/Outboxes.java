package cn.sanming.migrant.platform.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// All outboxes of a service, wherever their cases are stored.
final class Outboxes {

    static final String PENDING = "file.outbox.pending";
    private static final int PAGE = 200;
    private static final int COUNTED = 1_000;

    private final MongoTemplate mongo;

    /// What the outboxes owe.
    ///
    /// @param oldest when the event was recorded that waits longest
    record Owed(long events, @Nullable Instant oldest) {

        static final Owed NOTHING = new Owed(0, null);

        Owed and(Owed other) {
            return new Owed(events + other.events, earlier(oldest, other.oldest));
        }

        static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }

    Outboxes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Takes acknowledged events off their outboxes: one bulk write per collection.
    void takeOff(Map<Parcel, List<String>> acknowledged) {
        var collections = new TreeSet<String>();
        acknowledged.keySet().forEach(parcel -> collections.add(parcel.collection()));
        for (var collection : collections) {
            var bulk = mongo.bulkOps(BulkMode.UNORDERED, collection);
            acknowledged.forEach((parcel, ids) -> {
                if (parcel.collection().equals(collection)) {
                    bulk.updateOne(
                            Query.query(Criteria.where("_id").is(parcel.caseId())),
                            new Update().pull(PENDING, new Document("_id", new Document("$in", ids))));
                }
            });
            bulk.execute();
        }
    }

    /// Hands over every case that owes events, page by page as the store reads them: events that are taken off
    /// meanwhile may or may not be seen again, and the relay knows those it has sent.
    ///
    /// @param found says whether to go on
    /// @return whether all of them were handed over
    boolean sweep(Predicate<Parcel> found) {
        for (var collection : collections()) {
            var query = Query.query(owing()).cursorBatchSize(PAGE);
            query.fields().include(PENDING);
            try (var cases = mongo.stream(query, Document.class, collection)) {
                for (var document : (Iterable<Document>) cases::iterator) {
                    var parcel = parcel(collection, document);
                    if (!parcel.events().isEmpty() && !found.test(parcel)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// Counts by the sparse index, which holds only the cases that owe something, and page by page: no single question
    /// takes longer because much is owed.
    Owed owed() {
        long events = 0;
        Instant oldest = null;
        for (var collection : collections()) {
            var query = Query.query(owing()).cursorBatchSize(COUNTED);
            query.fields().include(PENDING + ".time").exclude("_id");
            try (var cases = mongo.stream(query, Document.class, collection)) {
                for (var document : (Iterable<Document>) cases::iterator) {
                    for (var event : pending(document)) {
                        events++;
                        oldest = Owed.earlier(oldest, event.getDate("time").toInstant());
                    }
                }
            }
        }
        return new Owed(events, oldest);
    }

    private static Criteria owing() {
        return Criteria.where(PENDING + "._id").exists(true);
    }

    private Parcel parcel(String collection, Document document) {
        return Parcel.of(
                collection,
                document.getString("_id"),
                pending(document).stream()
                        .map(event -> mongo.getConverter().read(PendingEvent.class, event))
                        .toList());
    }

    private static List<Document> pending(Document document) {
        return document.get("file", Document.class)
                .get("outbox", Document.class)
                .getList("pending", Document.class, List.of());
    }

    private Set<String> collections() {
        var collections = new TreeSet<String>();
        for (var entity : mongo.getConverter().getMappingContext().getPersistentEntities()) {
            if (OutboxOwner.class.isAssignableFrom(entity.getType())
                    && !entity.getType().isInterface()) {
                collections.add(mongo.getCollectionName(entity.getType()));
            }
        }
        return collections;
    }
}
