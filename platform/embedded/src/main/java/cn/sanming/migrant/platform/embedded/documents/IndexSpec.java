package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How an index was asked for.
///
/// @param expireAfterSeconds how long documents live after the moment in the only path
/// @param partial the documents it is about, all where absent
record IndexSpec(
        String name,
        Document key,
        boolean unique,
        boolean sparse,
        @Nullable Long expireAfterSeconds,
        @Nullable Document partial,
        boolean hidden) {

    private static final Set<String> KNOWN = Set.of(
            "v",
            "key",
            "name",
            "ns",
            "unique",
            "sparse",
            "expireAfterSeconds",
            "partialFilterExpression",
            "hidden",
            "background",
            "collation");

    static IndexSpec parse(Object given) {
        if (!(given instanceof Document spec)) {
            throw Errors.typeMismatch("The elements of the 'indexes' array must be objects");
        }
        for (var field : spec.keySet()) {
            if (!KNOWN.contains(field)) {
                throw invalid(
                        "The field '" + field + "' is not valid for an index specification. Specification: " + spec);
            }
        }
        if (!(spec.get("key") instanceof Document key)) {
            throw Errors.failedToParse("The 'key' field is a required property of an index specification");
        }
        if (key.isEmpty()) {
            throw cannot("Index keys cannot be an empty field.");
        }
        key.forEach(IndexSpec::checkDirection);
        if (spec.get("collation") instanceof Document collation && !"simple".equals(collation.get("locale"))) {
            throw Errors.notImplemented("collation");
        }
        if (!(spec.get("name") instanceof String name) || name.isEmpty()) {
            throw Errors.failedToParse("The 'name' field is a required property of an index specification");
        }
        var parsed = new IndexSpec(
                name,
                key,
                Types.isTrue(spec.get("unique")),
                Types.isTrue(spec.get("sparse")),
                lifetime(spec),
                partial(spec.get("partialFilterExpression")),
                Types.isTrue(spec.get("hidden")));
        parsed.checkOptions(spec);
        return parsed;
    }

    private void checkOptions(Document spec) {
        if (isId()) {
            for (var option : List.of("unique", "sparse", "expireAfterSeconds", "partialFilterExpression", "hidden")) {
                if (spec.containsKey(option)) {
                    throw invalid("The field '%s' is not valid for an _id index specification. Specification: %s"
                            .formatted(option, spec));
                }
            }
            if (!name.equals("_id_")) {
                throw new MongoServerError(
                        2, "BadValue", "The index name '" + name + "' is not valid for an _id index");
            }
        } else if (name.equals("_id_")) {
            throw new MongoServerError(
                    2,
                    "BadValue",
                    "The index name '_id_' is reserved for the _id index, which must have key pattern {_id: 1}");
        }
        if (expireAfterSeconds != null && key.size() > 1) {
            throw cannot(
                    "TTL indexes are single-field indexes, compound indexes do not support TTL. Index spec: " + spec);
        }
        if (sparse && partial != null) {
            throw cannot("cannot mix \"partialFilterExpression\" and \"sparse\" options");
        }
    }

    private static void checkDirection(String path, @Nullable Object direction) {
        if (direction instanceof String kind) {
            throw Errors.notImplemented("an index of kind " + kind);
        }
        if (!(direction instanceof Number number) || number.doubleValue() == 0 || Double.isNaN(number.doubleValue())) {
            throw cannot("Values in v:2 index key pattern cannot be of type " + Types.name(direction)
                    + ". Only numbers > 0, numbers < 0, and strings are allowed.");
        }
        if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
            throw cannot("Index keys cannot be an empty field.");
        }
    }

    private static @Nullable Long lifetime(Document spec) {
        if (!spec.containsKey("expireAfterSeconds")) {
            return null;
        }
        if (!(spec.get("expireAfterSeconds") instanceof Number seconds)) {
            throw Errors.typeMismatch("The field 'expireAfterSeconds' must be a number, but got "
                    + Types.name(spec.get("expireAfterSeconds")));
        }
        if (seconds.longValue() < 0 || seconds.longValue() > Integer.MAX_VALUE) {
            throw cannot(
                    "TTL index 'expireAfterSeconds' option must be within an acceptable range, try a different number than "
                            + seconds);
        }
        return seconds.longValue();
    }

    private static @Nullable Document partial(@Nullable Object expression) {
        if (expression == null) {
            return null;
        }
        if (!(expression instanceof Document document)) {
            throw Errors.typeMismatch("The field 'partialFilterExpression' must be an object");
        }
        Filter.of(document);
        return document;
    }

    private static MongoServerError invalid(String message) {
        return new MongoServerError(197, "InvalidIndexSpecificationOption", message);
    }

    private static MongoServerError cannot(String message) {
        return new MongoServerError(67, "CannotCreateIndex", message);
    }

    static IndexSpec id() {
        return new IndexSpec("_id_", new Document("_id", 1), false, false, null, null, false);
    }

    boolean isId() {
        return BsonOrder.equal(key, new Document("_id", 1));
    }

    List<String> paths() {
        return List.copyOf(key.keySet());
    }

    /// Whether it is the same index as another one, though perhaps with another name or lifetime.
    private boolean signatureEquals(IndexSpec other) {
        return BsonOrder.equal(key, other.key)
                && unique == other.unique
                && sparse == other.sparse
                && BsonOrder.equal(partial, other.partial);
    }

    private boolean optionsEqual(IndexSpec other) {
        return BsonOrder.equal(expireAfterSeconds, other.expireAfterSeconds) && hidden == other.hidden;
    }

    /// Refuses what cannot stand beside an index that is there.
    ///
    /// @return whether it is there already
    boolean isAlready(IndexSpec there) {
        if (there.name.equals(name)) {
            if (!signatureEquals(there)) {
                throw new MongoServerError(
                        86,
                        "IndexKeySpecsConflict",
                        "An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: %s, existing index: %s"
                                .formatted(description(), there.description()));
            }
            if (!optionsEqual(there)) {
                throw conflict(
                        "An equivalent index already exists with the same name but different options. Requested index: %s, existing index: %s"
                                .formatted(description(), there.description()));
            }
            return true;
        }
        if (signatureEquals(there)) {
            throw conflict(
                    optionsEqual(there)
                            ? "Index already exists with a different name: " + there.name
                            : "An equivalent index already exists with a different name and options. Requested index: %s, existing index: %s"
                                    .formatted(description(), there.description()));
        }
        return false;
    }

    private static MongoServerError conflict(String message) {
        return new MongoServerError(85, "IndexOptionsConflict", message);
    }

    Document description() {
        var description = new Document("v", 2).append("key", key).append("name", name);
        if (unique) {
            description.append("unique", true);
        }
        if (sparse) {
            description.append("sparse", true);
        }
        if (expireAfterSeconds != null) {
            description.append("expireAfterSeconds", expireAfterSeconds.intValue());
        }
        if (partial != null) {
            description.append("partialFilterExpression", partial);
        }
        if (hidden) {
            description.append("hidden", true);
        }
        return description;
    }

    IndexSpec expiringAfter(long seconds) {
        return new IndexSpec(name, key, unique, sparse, seconds, partial, hidden);
    }

    String directions() {
        return key.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
