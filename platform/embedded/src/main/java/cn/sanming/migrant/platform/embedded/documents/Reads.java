package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The commands that only read.
final class Reads {

    private final StoreDatabase database;
    private final Cursors cursors;

    Reads(StoreDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    Document find(Document command) {
        var query = CommandFields.document(command, "filter");
        var order = CommandFields.order(command, "sort");
        var projection = Projection.of(command.get("projection"));
        var skip = CommandFields.number(command, "skip", 0);
        var limit = CommandFields.number(command, "limit", 0);
        var batchSize = batchSize(command);
        var single = Types.isTrue(command.get("singleBatch"));
        var name = StoreDatabase.collectionName(command, "find");
        var collection = database.collection(name);
        CommandFields.checkHint(command, collection);
        if (collection == null) {
            Filter.of(query);
            return cursors.first(database.namespace(name), Batches.of(List.of()), batchSize, true);
        }
        var finding = collection.find(query, order, projection, skip, limit);
        return cursors.first(collection.namespace(), finding, batchSize, single);
    }

    private static @Nullable Integer batchSize(Document holder) {
        return holder.containsKey("batchSize")
                ? (int) Math.min(Integer.MAX_VALUE, CommandFields.number(holder, "batchSize", 0))
                : null;
    }

    Document count(Document command) {
        var query = CommandFields.document(command, "query");
        var skip = CommandFields.number(command, "skip", 0);
        var limit = Math.abs(command.get("limit") instanceof Number number ? number.longValue() : 0);
        var collection = database.collection(StoreDatabase.collectionName(command, "count"));
        CommandFields.checkHint(command, collection);
        var filter = Filter.of(query);
        long count = collection == null
                ? 0
                : query.isEmpty()
                        ? collection.size()
                        : collection.positions(query, filter, null, 0).size();
        count = Math.max(0, count - skip);
        count = limit == 0 ? count : Math.min(limit, count);
        return new Document("n", (int) count).append("ok", 1.0);
    }

    Document distinct(Document command) {
        if (!(command.get("key") instanceof String key)) {
            throw Errors.typeMismatch("BSON field 'distinct.key' is the wrong type '%s', expected type 'string'"
                    .formatted(Types.name(command.get("key"))));
        }
        var query = CommandFields.document(command, "query");
        Filter.of(query);
        var values = new TreeSet<@Nullable Object>(BsonOrder.ASCENDING);
        var collection = database.collection(StoreDatabase.collectionName(command, "distinct"));
        CommandFields.checkHint(command, collection);
        if (collection != null) {
            var path = Paths.split(key);
            all(collection.find(query, null, UnaryOperator.identity(), 0, 0))
                    .forEach(document -> Paths.visit(document, path, false, (found, _) -> {
                        if (found instanceof List<?> many) {
                            values.addAll(many);
                        } else if (!(found instanceof Missing)) {
                            values.add(found);
                        }
                        return false;
                    }));
        }
        return new Document("values", new ArrayList<>(values)).append("ok", 1.0);
    }

    /// All of a query, one batch at a time.
    static Iterable<Document> all(Batches batches) {
        return () -> new Iterator<>() {
            private Iterator<Document> batch = List.<Document>of().iterator();

            @Override
            public boolean hasNext() {
                while (!batch.hasNext() && !batches.isExhausted()) {
                    batch = batches.next(1000).iterator();
                }
                return batch.hasNext();
            }

            @Override
            public Document next() {
                hasNext();
                return batch.next();
            }
        };
    }

    Document aggregate(Document command) {
        if (!(command.get("pipeline") instanceof List<?> stages)) {
            throw Errors.typeMismatch("'pipeline' option must be specified as an array");
        }
        if (!(command.get("cursor") instanceof Document cursor)) {
            throw Errors.failedToParse(
                    "The 'cursor' option is required, except for aggregate with the explain argument");
        }
        var batchSize = batchSize(cursor);
        if (!(command.get("aggregate") instanceof String name)) {
            throw Errors.notImplemented("an aggregation without a collection");
        }
        var collection = database.collection(name);
        CommandFields.checkHint(command, collection);
        var pipeline = new Pipeline(database, Pipeline.parse(stages));
        var result = pipeline.run(collection).toList();
        return cursors.first(database.namespace(name), Batches.of(result), batchSize, false);
    }
}
