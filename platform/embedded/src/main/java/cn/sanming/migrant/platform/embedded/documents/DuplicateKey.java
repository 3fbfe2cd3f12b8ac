package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.stream.Collectors;

/// Another document has the key already.
final class DuplicateKey extends MongoServerError {

    private static final long serialVersionUID = 1L;

    private final transient Document keyPattern;
    private final transient Document keyValue;

    private DuplicateKey(String message, Document keyPattern, Document keyValue) {
        super(11000, "DuplicateKey", message);
        this.keyPattern = keyPattern;
        this.keyValue = keyValue;
    }

    static DuplicateKey of(String namespace, IndexSpec index, List<?> values) {
        var keyValue = new Document();
        var paths = index.paths();
        for (int i = 0; i < paths.size(); i++) {
            keyValue.put(paths.get(i), values.get(i));
        }
        var written = keyValue.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + Json.toCompactJsonValue(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return new DuplicateKey(
                "E11000 duplicate key error collection: %s index: %s dup key: %s"
                        .formatted(namespace, index.name(), written),
                index.key(),
                keyValue);
    }

    Document keyPattern() {
        return keyPattern;
    }

    Document keyValue() {
        return keyValue;
    }
}
