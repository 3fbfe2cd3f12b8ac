package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Queries whose next batch somebody may ask for. One that nobody asked for in ten minutes is closed.
final class Cursors {

    private static final int FIRST_BATCH = 101;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private final Map<Long, Open> open = new ConcurrentHashMap<>();
    private final Jitter jitter;

    private static final class Open {
        private final String namespace;
        private final Batches batches;
        private volatile long used = System.nanoTime();

        Open(String namespace, Batches batches) {
            this.namespace = namespace;
            this.batches = batches;
        }
    }

    Cursors(Jitter jitter) {
        this.jitter = jitter;
    }

    /// @param batchSize how many documents were asked for, nothing for as many as usual
    Document first(String namespace, Batches batches, @Nullable Integer batchSize, boolean single) {
        var most = batchSize == null ? FIRST_BATCH : batchSize;
        var batch = single ? whole(batches) : most == 0 ? List.<Document>of() : batches.next(jitter.batch(most));
        long id = 0;
        if (!single && !batches.isExhausted()) {
            do {
                id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
            } while (open.putIfAbsent(id, new Open(namespace, batches)) != null);
        }
        return answer(namespace, "firstBatch", batch, id);
    }

    private static List<Document> whole(Batches batches) {
        var all = new ArrayList<Document>();
        while (!batches.isExhausted()) {
            all.addAll(batches.next(Integer.MAX_VALUE));
        }
        return all;
    }

    Document more(String database, Document command) {
        if (!(command.get("getMore") instanceof Long id)) {
            throw Errors.typeMismatch("BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
        }
        var namespace = database + "." + command.get("collection");
        var cursor = open.get(id);
        if (cursor == null) {
            throw new MongoServerError(43, "CursorNotFound", "cursor id " + id + " not found");
        }
        if (!cursor.namespace.equals(namespace)) {
            throw new MongoServerError(
                    13,
                    "Unauthorized",
                    "Requested getMore on namespace '%s', but cursor belongs to a different namespace %s"
                            .formatted(namespace, cursor.namespace));
        }
        var wanted = (int) Math.min(Integer.MAX_VALUE, CommandFields.number(command, "batchSize", 0));
        synchronized (cursor) {
            cursor.used = System.nanoTime();
            var batch = cursor.batches.next(jitter.batch(wanted == 0 ? Integer.MAX_VALUE : wanted));
            if (cursor.batches.isExhausted()) {
                open.remove(id);
            }
            return answer(namespace, "nextBatch", batch, cursor.batches.isExhausted() ? 0 : id);
        }
    }

    private static Document answer(String namespace, String name, List<Document> batch, long id) {
        return new Document(
                        "cursor", new Document("id", id).append("ns", namespace).append(name, batch))
                .append("ok", 1.0);
    }

    Document kill(Document command) {
        var killed = new ArrayList<Object>();
        var unknown = new ArrayList<Object>();
        if (!(command.get("cursors") instanceof List<?> ids)) {
            throw Errors.typeMismatch("BSON field 'killCursors.cursors' is the wrong type, expected type 'array'");
        }
        for (var id : ids) {
            if (id instanceof Long known) {
                (open.remove(known) != null ? killed : unknown).add(known);
            }
        }
        return new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of())
                .append("ok", 1.0);
    }

    void closeForgotten() {
        open.values().removeIf(cursor -> System.nanoTime() - cursor.used > PATIENCE);
    }

    int size() {
        return open.size();
    }
}
