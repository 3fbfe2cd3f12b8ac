package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The commands that change documents.
final class Writes {

    private static final int MOST_AT_ONCE = 100_000;

    private final StoreDatabase database;
    private final Upserts upserts;

    Writes(StoreDatabase database, Upserts upserts) {
        this.database = database;
        this.upserts = upserts;
    }

    /// One statement after the other; an ordered command stops at the first that is refused.
    ///
    /// @return how many documents were concerned
    private static <T> int each(Document command, List<T> statements, Document answer, Function<T, Integer> statement) {
        var ordered = !command.containsKey("ordered") || Types.isTrue(command.get("ordered"));
        var errors = new ArrayList<Document>();
        var concerned = 0;
        for (int i = 0; i < statements.size(); i++) {
            try {
                concerned += statement.apply(statements.get(i));
            } catch (MongoServerError e) {
                errors.add(error(i, e));
                if (ordered) {
                    break;
                }
            }
        }
        answer.put("n", concerned);
        if (!errors.isEmpty()) {
            answer.put("writeErrors", errors);
        }
        answer.put("ok", 1.0);
        return concerned;
    }

    private static Document error(int index, MongoServerError e) {
        var error = new Document("index", index)
                .append("code", e.getCode())
                .append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof DuplicateKey duplicate) {
            error.append("keyPattern", duplicate.keyPattern()).append("keyValue", duplicate.keyValue());
        }
        return error;
    }

    private static List<Document> statements(Document command, String field) {
        if (command.get(Oversize.FIELD) instanceof Number size) {
            throw Errors.tooLarge(size.longValue());
        }
        if (!(command.get(field) instanceof List<?> given)) {
            throw new MongoServerError(
                    40414, "Location40414", "BSON field '%s' is missing but a required field".formatted(field));
        }
        if (given.isEmpty() || given.size() > MOST_AT_ONCE) {
            throw new MongoServerError(
                    16,
                    "InvalidLength",
                    "Write batch sizes must be between 1 and 100000. Got " + given.size() + " operations.");
        }
        var statements = new ArrayList<Document>();
        for (var one : given) {
            if (!(one instanceof Document document)) {
                throw Errors.typeMismatch("BSON field '%s' is the wrong type '%s', expected type 'object'"
                        .formatted(field, Types.name(one)));
            }
            statements.add(document);
        }
        return statements;
    }

    Document insert(Document command) {
        var documents = statements(command, "documents");
        var collection = database.collectionOrNew(StoreDatabase.collectionName(command, "insert"));
        var answer = new Document();
        each(command, documents, answer, document -> {
            collection.insert(document);
            return 1;
        });
        return answer;
    }

    Document update(Document command) {
        var updates = statements(command, "updates");
        updates.forEach(update -> CommandFields.checkPart("update.updates", update));
        var name = StoreDatabase.collectionName(command, "update");
        var upserted = new ArrayList<Document>();
        var modified = new int[1];
        var answer = new Document();
        var numbers = IntStream.range(0, updates.size()).boxed().toList();
        each(command, numbers, answer, at -> update(name, updates.get(at), at, upserted, modified));
        answer.put("nModified", modified[0]);
        if (!upserted.isEmpty()) {
            answer.put("upserted", upserted);
        }
        return answer;
    }

    private int update(String name, Document statement, int at, List<Document> upserted, int[] modified) {
        var query = CommandFields.document(statement, "q");
        var filter = Filter.of(query);
        var update = Update.of(statement.get("u"), statement.get("arrayFilters"));
        var multi = Types.isTrue(statement.get("multi"));
        if (multi && update.replaces()) {
            throw Errors.failedToParse("multi update is not supported for replacement-style update");
        }
        var collection = database.collection(name);
        CommandFields.checkHint(statement, collection);
        var upsert = Types.isTrue(statement.get("upsert"));
        if (collection == null && !upsert) {
            return 0;
        }
        var there = collection != null ? collection : database.collectionOrNew(name);
        var matched = 0;
        for (var position : there.positions(query, filter, null, multi ? 0 : 1)) {
            var before = current(there, position);
            if (before == null) {
                continue;
            }
            var hit = new Filter.Hit();
            if (filter.test(before, hit)) {
                matched++;
                modified[0] += there.replace(position, before, update.apply(before, hit.index(), false)) ? 1 : 0;
            }
        }
        if (matched == 0 && upsert) {
            var outcome = upserts.run(there, query, null, update);
            if (outcome.inserted() != null) {
                upserted.add(new Document("index", at)
                        .append("_id", outcome.inserted().get("_id")));
            } else {
                modified[0]++;
            }
            return 1;
        }
        return matched;
    }

    private static @Nullable Document current(StoreCollection collection, Object position) {
        var stored = collection.stored(position);
        return stored == null ? null : collection.read(stored);
    }

    Document delete(Document command) {
        var deletes = statements(command, "deletes");
        deletes.forEach(delete -> CommandFields.checkPart("delete.deletes", delete));
        var collection = database.collection(StoreDatabase.collectionName(command, "delete"));
        var answer = new Document();
        each(command, deletes, answer, statement -> {
            var limit = CommandFields.number(statement, "limit", -1);
            if (limit != 0 && limit != 1) {
                throw Errors.failedToParse("The limit field in delete objects must be 0 or 1. Got " + limit);
            }
            var query = CommandFields.document(statement, "q");
            var filter = Filter.of(query);
            CommandFields.checkHint(statement, collection);
            return collection == null ? 0 : delete(collection, query, filter, limit);
        });
        return answer;
    }

    private static int delete(StoreCollection collection, Document query, Filter filter, long limit) {
        var deleted = 0;
        for (var position : collection.positions(query, filter, null, limit)) {
            var document = current(collection, position);
            if (document != null) {
                collection.delete(position, document);
                deleted++;
            }
        }
        return deleted;
    }

    Document findAndModify(Document command) {
        var remove = Types.isTrue(command.get("remove"));
        var given = command.get("update");
        if (remove == (given != null)) {
            throw Errors.failedToParse(
                    remove
                            ? "Cannot specify both an update and remove=true"
                            : "Either an update or remove=true must be specified");
        }
        var returnsNew = Types.isTrue(command.get("new"));
        var upsert = Types.isTrue(command.get("upsert"));
        if (remove && (returnsNew || upsert)) {
            throw Errors.failedToParse(
                    returnsNew
                            ? "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document"
                            : "Cannot specify both upsert=true and remove=true");
        }
        var query = CommandFields.document(command, "query");
        var order = CommandFields.order(command, "sort");
        var projection = Projection.of(command.get("fields"));
        var filter = Filter.of(query);
        var update = remove ? null : Update.of(given, command.get("arrayFilters"));
        var name = StoreDatabase.collectionName(command, "findAndModify");
        var collection = upsert ? database.collectionOrNew(name) : database.collection(name);
        CommandFields.checkHint(command, collection);
        var found = collection == null ? List.of() : collection.positions(query, filter, order, 1);
        if (collection == null || found.isEmpty() && !upsert) {
            return answer(null, remove, false, null, 0);
        }
        if (found.isEmpty()) {
            var outcome = upserts.run(collection, query, order, update);
            var value = returnsNew ? outcome.after() : outcome.before();
            var id = outcome.inserted() == null ? null : outcome.inserted().get("_id");
            return answer(value == null ? null : projection.apply(value), false, outcome.inserted() == null, id, 1);
        }
        var before = current(collection, found.getFirst());
        if (before == null) {
            throw new IllegalStateException("a document went away in the middle of a command");
        }
        if (update == null) {
            collection.delete(found.getFirst(), before);
            return answer(projection.apply(before), true, false, null, 1);
        }
        var hit = new Filter.Hit();
        filter.test(before, hit);
        var after = update.apply(before, hit.index(), false);
        collection.replace(found.getFirst(), before, after);
        return answer(projection.apply(returnsNew ? after : before), false, true, null, 1);
    }

    private static Document answer(
            @Nullable Document value, boolean removed, boolean updated, @Nullable Object upserted, int n) {
        var last = new Document("n", n);
        if (!removed) {
            last.append("updatedExisting", updated);
        }
        if (upserted != null) {
            last.append("upserted", upserted);
        }
        return new Document("lastErrorObject", last).append("value", value).append("ok", 1.0);
    }
}
