package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One place in a document, which an update reads, sets or removes.
record Place(Document root, List<String> path) {

    /// A position this far behind the end of an array is a mistake.
    private static final int MOST_PADDING = 1_500_000;

    static @Nullable Object child(@Nullable Object parent, String step) {
        if (parent instanceof Document document) {
            return document.getOrMissing(step);
        }
        if (parent instanceof List<?> list && Paths.isPosition(step) && step.length() < 10) {
            var position = Integer.parseInt(step);
            return position < list.size() ? list.get(position) : Missing.getInstance();
        }
        return Missing.getInstance();
    }

    @Nullable
    Object get() {
        Object value = root;
        for (var step : path) {
            value = child(value, step);
        }
        return value;
    }

    boolean isMissing() {
        return get() instanceof Missing;
    }

    void set(@Nullable Object value) {
        Object parent = root;
        for (int i = 0; i < path.size() - 1; i++) {
            var next = child(parent, path.get(i));
            if (next instanceof Missing) {
                next = new Document();
                put(parent, i, next);
            }
            parent = next;
        }
        put(parent, path.size() - 1, value);
    }

    @SuppressWarnings("unchecked")
    private void put(@Nullable Object parent, int at, @Nullable Object value) {
        var step = path.get(at);
        if (parent instanceof Document document) {
            document.put(step, value);
        } else if (parent instanceof List<?> list && Paths.isPosition(step) && step.length() < 10) {
            var elements = (List<@Nullable Object>) list;
            var position = Integer.parseInt(step);
            if (position - elements.size() > MOST_PADDING) {
                throw new MongoServerError(2, "BadValue", "can't backfill more than 1500000 elements");
            }
            while (elements.size() <= position) {
                elements.add(null);
            }
            elements.set(position, value);
        } else {
            throw Errors.pathNotViable(step, at == 0 ? "" : path.get(at - 1), Json.toCompactJsonValue(parent));
        }
    }

    void remove() {
        Object parent = root;
        for (int i = 0; i < path.size() - 1; i++) {
            parent = child(parent, path.get(i));
        }
        if (parent instanceof Document document) {
            document.remove(path.getLast());
        } else if (parent instanceof List<?> && !(child(parent, path.getLast()) instanceof Missing)) {
            put(parent, path.size() - 1, null);
        }
    }

    String name() {
        return String.join(".", path);
    }

    String id() {
        return "{_id: " + Json.toCompactJsonValue(root.get("_id")) + "}";
    }
}
