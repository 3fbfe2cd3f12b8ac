package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonValues;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/// How large a document may be.
final class Sizes {

    static final int LARGEST = 16 << 20;

    /// What a message may hold besides a document of the largest size.
    static final int LARGEST_INTERNAL = LARGEST + (16 << 10);

    private static final int DEEPEST = 180;

    private Sizes() {}

    static int of(Document document) {
        return BsonValues.encode(document).length;
    }

    static byte[] toInsert(Document document) {
        checkDepth(document, 0);
        var stored = BsonValues.encode(document);
        if (stored.length > LARGEST_INTERNAL) {
            throw Errors.tooLarge(stored.length);
        }
        if (stored.length > LARGEST) {
            throw Errors.badValue(
                    "object to insert too large. size in bytes: " + stored.length + ", max size: " + LARGEST);
        }
        return stored;
    }

    static byte[] toUpdate(Document document) {
        checkDepth(document, 0);
        var stored = BsonValues.encode(document);
        if (stored.length > LARGEST_INTERNAL) {
            throw Errors.tooLarge(stored.length);
        }
        if (stored.length > LARGEST) {
            throw new MongoServerError(17419, "Resulting document after update is larger than " + LARGEST);
        }
        return stored;
    }

    private static void checkDepth(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new MongoServerError(
                    15, "Overflow", "cannot insert document because it exceeds 180 levels of nesting");
        }
        if (value instanceof Document document) {
            document.values().forEach(inner -> checkDepth(inner, depth + 1));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(inner -> checkDepth(inner, depth + 1));
        }
    }
}
