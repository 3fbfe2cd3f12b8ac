package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which fields each command may have. Others are refused, as MongoDB does it; so are options that mean something the
/// store cannot do.
final class CommandFields {

    private static final Set<String> ANY = Set.of(
            "$db",
            "lsid",
            "comment",
            "maxTimeMS",
            "readConcern",
            "writeConcern",
            "$readPreference",
            "$clusterTime",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors",
            "txnNumber",
            "startTransaction",
            "autocommit",
            "maxTimeMSOpOnly",
            "$audit",
            "$client");

    private static final Map<String, Set<String>> COMMANDS = Map.ofEntries(
            Map.entry(
                    "find",
                    Set.of(
                            "find",
                            "filter",
                            "sort",
                            "projection",
                            "hint",
                            "skip",
                            "limit",
                            "batchSize",
                            "singleBatch",
                            "max",
                            "min",
                            "returnKey",
                            "showRecordId",
                            "tailable",
                            "oplogReplay",
                            "noCursorTimeout",
                            "awaitData",
                            "allowPartialResults",
                            "collation",
                            "allowDiskUse",
                            "let",
                            "ntoreturn")),
            Map.entry("getMore", Set.of("getMore", "collection", "batchSize", "term", "lastKnownCommittedOpTime")),
            Map.entry("killCursors", Set.of("killCursors", "cursors")),
            Map.entry("insert", Set.of("insert", "documents", "ordered", "bypassDocumentValidation", Oversize.FIELD)),
            Map.entry(
                    "update",
                    Set.of("update", "updates", "ordered", "bypassDocumentValidation", "let", Oversize.FIELD)),
            Map.entry(
                    "update.updates",
                    Set.of("q", "u", "c", "upsert", "multi", "collation", "arrayFilters", "hint", "upsertSupplied")),
            Map.entry("delete", Set.of("delete", "deletes", "ordered", "let")),
            Map.entry("delete.deletes", Set.of("q", "limit", "collation", "hint")),
            Map.entry(
                    "findAndModify",
                    Set.of(
                            "findAndModify",
                            "query",
                            "sort",
                            "remove",
                            "update",
                            "new",
                            "fields",
                            "upsert",
                            "bypassDocumentValidation",
                            "collation",
                            "arrayFilters",
                            "hint",
                            "let")),
            Map.entry(
                    "aggregate",
                    Set.of(
                            "aggregate",
                            "pipeline",
                            "explain",
                            "allowDiskUse",
                            "cursor",
                            "bypassDocumentValidation",
                            "collation",
                            "hint",
                            "let")),
            Map.entry("count", Set.of("count", "query", "limit", "skip", "hint", "collation", "fields")),
            Map.entry("distinct", Set.of("distinct", "key", "query", "collation", "hint")),
            Map.entry(
                    "create",
                    Set.of(
                            "create",
                            "capped",
                            "size",
                            "max",
                            "validator",
                            "validationLevel",
                            "validationAction",
                            "viewOn",
                            "pipeline",
                            "collation",
                            "storageEngine",
                            "indexOptionDefaults",
                            "timeseries",
                            "expireAfterSeconds",
                            "clusteredIndex",
                            "changeStreamPreAndPostImages",
                            "idIndex",
                            "encryptedFields")),
            Map.entry("createIndexes", Set.of("createIndexes", "indexes", "commitQuorum", "ignoreUnknownIndexOptions")),
            Map.entry("dropIndexes", Set.of("dropIndexes", "index")),
            Map.entry("listIndexes", Set.of("listIndexes", "cursor")),
            Map.entry(
                    "listCollections",
                    Set.of("listCollections", "filter", "nameOnly", "authorizedCollections", "cursor")),
            Map.entry("drop", Set.of("drop")),
            Map.entry("dropDatabase", Set.of("dropDatabase")),
            Map.entry("collMod", Set.of("collMod", "index")),
            Map.entry("ping", Set.of("ping")));

    private static final Set<String> REFUSED = Set.of(
            "collation",
            "let",
            "max",
            "min",
            "returnKey",
            "showRecordId",
            "tailable",
            "oplogReplay",
            "awaitData",
            "capped",
            "validator",
            "viewOn",
            "timeseries",
            "clusteredIndex",
            "encryptedFields",
            "explain");

    private CommandFields() {}

    static void check(String command, Document given) {
        checkAll(command, given, true);
        if (given.containsKey("txnNumber")) {
            throw new MongoServerError(
                    20, "IllegalOperation", "Transaction numbers are only allowed on a replica set member or mongos");
        }
        checkConcerns(given);
    }

    static void checkPart(String command, Document part) {
        checkAll(command, part, false);
    }

    private static void checkAll(String command, Document given, boolean whole) {
        var known = COMMANDS.get(command);
        if (known == null) {
            return;
        }
        for (var field : given.keySet()) {
            if (!known.contains(field) && !(whole && ANY.contains(field))) {
                throw new MongoServerError(
                        40415, "Location40415", "BSON field '%s.%s' is an unknown field.".formatted(command, field));
            }
            if (REFUSED.contains(field) && isMeant(field, given.get(field))) {
                throw Errors.notImplemented("the option '" + field + "' of " + command);
            }
        }
    }

    private static boolean isMeant(String field, @Nullable Object value) {
        return switch (field) {
            case "collation" ->
                value instanceof Document collation
                        && !collation.isEmpty()
                        && !"simple".equals(collation.get("locale"));
            case "let" -> value instanceof Document variables && !variables.isEmpty();
            default -> Types.isTrue(value);
        };
    }

    private static void checkConcerns(Document given) {
        if (given.get("writeConcern") instanceof Document concern
                && concern.get("w") instanceof Number nodes
                && nodes.intValue() > 1) {
            throw Errors.badValue("cannot use 'w' > 1 when a host is not replicated");
        }
        if (given.get("readConcern") instanceof Document concern
                && ("snapshot".equals(concern.get("level")) || "linearizable".equals(concern.get("level")))) {
            throw new MongoServerError(
                    123, "NotAReplicaSet", "node needs to be a replica set member to use read concern");
        }
    }

    /// A whole number that is not negative.
    static long number(Document command, String field, long otherwise) {
        var value = command.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number)) {
            throw Errors.typeMismatch(
                    "BSON field '%s' is the wrong type '%s', expected types '[long, int, decimal, double]'"
                            .formatted(field, Types.name(value)));
        }
        if (number.longValue() < 0) {
            throw new MongoServerError(
                    51024,
                    "Location51024",
                    "BSON field '%s' value must be >= 0, actual value '%s'".formatted(field, number));
        }
        return number.longValue();
    }

    static Document document(Document command, String field) {
        var value = command.get(field);
        if (value == null) {
            return new Document();
        }
        if (value instanceof Document document) {
            return document;
        }
        throw Errors.typeMismatch(
                "BSON field '%s' is the wrong type '%s', expected type 'object'".formatted(field, Types.name(value)));
    }

    static @Nullable SortOrder order(Document command, String field) {
        var order = document(command, field);
        return order.isEmpty() ? null : new SortOrder(order);
    }

    /// An index that a command says to use must be there.
    static void checkHint(Document command, @Nullable StoreCollection collection) {
        var hint = command.get("hint");
        if (hint == null
                || hint instanceof Document document && (document.isEmpty() || document.containsKey("$natural"))) {
            return;
        }
        if (!(hint instanceof String || hint instanceof Document)) {
            throw Errors.failedToParse("Hint must be a string or an object");
        }
        if (collection != null && !collection.hasIndex(hint)) {
            throw Errors.badValue("error processing query: planner returned error :: caused by :: "
                    + "hint provided does not correspond to an existing index");
        }
    }
}
