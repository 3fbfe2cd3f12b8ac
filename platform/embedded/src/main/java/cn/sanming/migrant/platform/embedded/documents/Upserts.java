package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Updates that insert where nothing matches.
///
/// Two of them can find nothing at the same moment. Then the second meets the key of the first, and is tried again
/// only if its query is nothing but the equality of that key, as MongoDB has it; otherwise the caller hears of it.
final class Upserts {

    private static final int TRIES = 10;

    private final Jitter jitter;
    private final Runnable standAside;

    Upserts(Jitter jitter, Runnable standAside) {
        this.jitter = jitter;
        this.standAside = standAside;
    }

    /// @param inserted nothing if there was a document after all
    record Outcome(@Nullable Document inserted, @Nullable Document before, Document after) {}

    Outcome run(StoreCollection collection, Document query, @Nullable SortOrder order, Update update) {
        var filter = Filter.of(query);
        for (int tries = 1; ; tries++) {
            if (jitter.losesRace()) {
                standAside.run();
            }
            try {
                var seed = seed(query);
                var document = update.apply(seed, -1, true);
                var inserted = collection.insert(document);
                return new Outcome(inserted, null, inserted);
            } catch (DuplicateKey e) {
                if (tries == TRIES || !isEquality(query, e)) {
                    throw e;
                }
            }
            var found = collection.positions(query, filter, order, 1);
            if (!found.isEmpty()) {
                var before = collection.read(collection.stored(found.getFirst()));
                var hit = new Filter.Hit();
                filter.test(before, hit);
                var after = update.apply(before, hit.index(), false);
                collection.replace(found.getFirst(), before, after);
                return new Outcome(null, before, after);
            }
        }
    }

    /// Whether the query asks for exactly the key that another document has.
    private static boolean isEquality(Document query, DuplicateKey duplicate) {
        var equal = new Document();
        return collect(query, equal)
                && equal.keySet().equals(duplicate.keyPattern().keySet())
                && equal.entrySet().stream()
                        .allMatch(entry -> BsonOrder.equal(
                                entry.getValue(), duplicate.keyValue().get(entry.getKey())));
    }

    private static boolean collect(Document query, Document equal) {
        for (var entry : query.entrySet()) {
            var value = entry.getValue();
            if (entry.getKey().equals("$and") && value instanceof List<?> parts) {
                if (!parts.stream().allMatch(part -> part instanceof Document document && collect(document, equal))) {
                    return false;
                }
            } else if (entry.getKey().startsWith("$")) {
                return false;
            } else if (FieldFilter.isOperators(value)) {
                var operators = (Document) value;
                if (operators.size() != 1 || !operators.containsKey("$eq")) {
                    return false;
                }
                equal.put(entry.getKey(), operators.get("$eq"));
            } else {
                equal.put(entry.getKey(), value);
            }
        }
        return true;
    }

    /// What the query says for certain about a document that is to match it.
    private static Document seed(Document query) {
        var seed = new Document();
        fill(seed, query);
        return seed;
    }

    private static void fill(Document seed, Document query) {
        query.forEach((path, value) -> {
            if (path.equals("$and") || path.equals("$or") && value instanceof List<?> one && one.size() == 1) {
                ((List<?>) value).forEach(part -> fill(seed, (Document) part));
            } else if (!path.startsWith("$")) {
                if (!FieldFilter.isOperators(value)) {
                    put(seed, path, value);
                } else {
                    fillByOperators(seed, path, (Document) value);
                }
            }
        });
    }

    private static void fillByOperators(Document seed, String path, Map<String, Object> operators) {
        if (operators.containsKey("$eq")) {
            put(seed, path, operators.get("$eq"));
        } else if (operators.get("$in") instanceof List<?> only && only.size() == 1) {
            put(seed, path, only.getFirst());
        } else if (operators.get("$all") instanceof List<?> only && only.size() == 1) {
            put(seed, path, only.getFirst());
        }
    }

    private static void put(Document seed, String path, @Nullable Object value) {
        if (value instanceof BsonRegularExpression) {
            return;
        }
        var place = new Place(seed, Paths.split(path));
        if (!(place.get() instanceof Missing)) {
            throw new MongoServerError(
                    54,
                    "NotSingleValueField",
                    "cannot infer query fields to set, path '" + path + "' is matched twice");
        }
        place.set(value);
    }
}
