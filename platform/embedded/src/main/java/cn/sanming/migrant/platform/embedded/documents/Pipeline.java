package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Stages of an aggregation: what a query can do is done as for a query, by an index, the rest by the library.
record Pipeline(StoreDatabase database, List<Stage> stages) {

    private static final Set<String> LIBRARY = Set.of(
            "$project",
            "$count",
            "$group",
            "$addFields",
            "$unwind",
            "$replaceRoot",
            "$sample",
            "$sortByCount",
            "$bucket",
            "$unset",
            "$redact");

    record Stage(String name, @Nullable Object content) {}

    static List<Stage> parse(List<?> given) {
        var stages = new ArrayList<Stage>();
        for (var one : given) {
            if (!(one instanceof Document document)) {
                throw Errors.typeMismatch("Each element of the 'pipeline' array must be an object");
            }
            if (document.size() != 1) {
                throw new MongoServerError(
                        40323, "A pipeline stage specification object must contain exactly one field.");
            }
            var name = document.keySet().iterator().next();
            stages.add(usual(name, document.get(name)));
        }
        for (var stage : stages) {
            if ((stage.name.equals("$out") || stage.name.equals("$merge")) && stage != stages.getLast()) {
                throw new MongoServerError(40601, stage.name + " can only be the final stage in the pipeline");
            }
        }
        return stages;
    }

    /// Two names for one thing become one.
    private static Stage usual(String name, @Nullable Object content) {
        return switch (name) {
            case "$set" -> new Stage("$addFields", content);
            case "$replaceWith" -> new Stage("$replaceRoot", new Document("newRoot", content));
            default -> new Stage(name, content);
        };
    }

    /// Whether the stages change documents of some collection.
    static boolean writes(List<?> given) {
        return given.stream()
                .anyMatch(stage -> stage instanceof Document document
                        && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    /// One document through stages of the library, for updates.
    static Document transform(List<?> given, Document document) {
        var stream = Stream.of(document);
        for (var stage : parse(given)) {
            stream = library(stage, stream);
        }
        return stream.findFirst().orElseThrow();
    }

    Stream<Document> run(@Nullable StoreCollection collection) {
        var conditions = new ArrayList<Object>();
        var done = 0;
        while (done < stages.size() && stages.get(done).name.equals("$match")) {
            conditions.add(matched(stages.get(done++)));
        }
        var order = done < stages.size() && stages.get(done).name.equals("$sort") ? ordered(stages.get(done++)) : null;
        var limit = done < stages.size() && stages.get(done).name.equals("$limit") ? limited(stages.get(done)) : 0;
        var query = conditions.isEmpty() ? new Document() : new Document("$and", conditions);
        Stream<Document> stream = collection == null
                ? Stream.empty()
                : StreamSupport.stream(
                        Reads.all(collection.find(query, order, UnaryOperator.identity(), 0, limit))
                                .spliterator(),
                        false);
        for (var stage : stages.subList(done, stages.size())) {
            stream = apply(stage, stream);
        }
        return stream;
    }

    private Stream<Document> apply(Stage stage, Stream<Document> stream) {
        return switch (stage.name) {
            case "$match" -> stream.filter(Filter.of(matched(stage))::matches);
            case "$sort" -> stream.sorted(ordered(stage));
            case "$skip" -> stream.skip(amount(stage, 0));
            case "$limit" -> stream.limit(limited(stage));
            case "$lookup" -> lookup(stage, stream);
            case "$out" -> out(stage, stream);
            case "$merge" -> merge(stage, stream);
            default -> library(stage, stream);
        };
    }

    private static Stream<Document> library(Stage stage, Stream<Document> stream) {
        if (!LIBRARY.contains(stage.name)) {
            throw Set.of(
                                    "$graphLookup",
                                    "$facet",
                                    "$geoNear",
                                    "$unionWith",
                                    "$setWindowFields",
                                    "$densify",
                                    "$fill",
                                    "$bucketAuto",
                                    "$collStats",
                                    "$indexStats",
                                    "$search",
                                    "$changeStream")
                            .contains(stage.name)
                    ? Errors.notImplemented(stage.name)
                    : new MongoServerError(40324, "Unrecognized pipeline stage name: '" + stage.name + "'");
        }
        return Aggregation.fromPipeline(
                        List.of(new Document(stage.name, stage.content)), null, null, null, NoopOplog.get())
                .runStagesAsStream(stream);
    }

    private static Document matched(Stage stage) {
        if (stage.content instanceof Document query) {
            return query;
        }
        throw new MongoServerError(15959, "the match filter must be an expression in an object");
    }

    private static SortOrder ordered(Stage stage) {
        if (!(stage.content instanceof Document order)) {
            throw new MongoServerError(15973, "the $sort key specification must be an object");
        }
        if (order.isEmpty()) {
            throw new MongoServerError(15976, "$sort stage must have at least one sort key");
        }
        return new SortOrder(order);
    }

    private static long limited(Stage stage) {
        return amount(stage, 1);
    }

    private static long amount(Stage stage, long least) {
        if (!(stage.content instanceof Number number) || number.doubleValue() != number.longValue()) {
            throw new MongoServerError(
                    5107201, "invalid argument to " + stage.name + " stage: Expected an integer: " + stage.content);
        }
        if (number.longValue() < least) {
            throw stage.name.equals("$limit")
                    ? new MongoServerError(15958, "the limit must be positive")
                    : new MongoServerError(
                            5107200, "invalid argument to " + stage.name + " stage: Expected a non-negative number");
        }
        return number.longValue();
    }

    private Stream<Document> lookup(Stage stage, Stream<Document> stream) {
        if (!(stage.content instanceof Document lookup)
                || !(lookup.get("from") instanceof String from)
                || !(lookup.get("localField") instanceof String local)
                || !(lookup.get("foreignField") instanceof String foreign)
                || !(lookup.get("as") instanceof String as)
                || lookup.size() != 4) {
            throw Errors.notImplemented("$lookup other than by from, localField, foreignField and as");
        }
        var other = database.collection(from);
        return stream.map(document -> {
            var found = new ArrayList<Document>();
            if (other != null) {
                var values = Paths.keys(document, local).values();
                var query = new Document(foreign, new Document("$in", values));
                Reads.all(other.find(query, null, UnaryOperator.identity(), 0, 0))
                        .forEach(found::add);
            }
            var joined = document.cloneDeeply();
            new Place(joined, Paths.split(as)).set(found);
            return joined;
        });
    }

    private Stream<Document> out(Stage stage, Stream<Document> stream) {
        if (!(stage.content instanceof String target)) {
            throw Errors.notImplemented("$out to another database");
        }
        var results = stream.toList();
        database.drop(target);
        var collection = database.collectionOrNew(target);
        results.forEach(collection::insert);
        return Stream.empty();
    }

    private Stream<Document> merge(Stage stage, Stream<Document> stream) {
        var options = stage.content instanceof Document given ? given : new Document("into", stage.content);
        if (!(options.get("into") instanceof String target)
                || !BsonOrder.equal(options.getOrDefault("on", "_id"), "_id")
                || options.containsKey("let")
                || options.get("whenMatched") instanceof List<?>) {
            throw Errors.notImplemented("$merge other than into a collection of this database, by _id");
        }
        var results = stream.toList();
        var collection = database.collectionOrNew(target);
        for (var result : results) {
            var position = result.get("_id");
            var stored = position == null ? null : collection.stored(position);
            if (stored == null) {
                unmatched(options, collection, result);
            } else {
                matched(options, collection, collection.read(stored), result);
            }
        }
        return Stream.empty();
    }

    private static void unmatched(Document options, StoreCollection collection, Document result) {
        switch ((String) options.getOrDefault("whenNotMatched", "insert")) {
            case "insert" -> collection.insert(result);
            case "discard" -> {}
            case "fail" ->
                throw new MongoServerError(
                        13113,
                        "MergeStageNoMatchingDocument",
                        "$merge could not find a matching document in the target collection for at least one document in the source collection");
            default -> throw Errors.badValue("Enumeration value for field 'whenNotMatched' is not a valid value.");
        }
    }

    private static void matched(Document options, StoreCollection collection, Document before, Document result) {
        switch ((String) options.getOrDefault("whenMatched", "merge")) {
            case "replace" -> collection.replace(before.get("_id"), before, result);
            case "merge" -> {
                var merged = before.cloneDeeply();
                merged.putAll(result);
                collection.replace(before.get("_id"), before, merged);
            }
            case "keepExisting" -> {}
            case "fail" -> throw DuplicateKey.of(collection.namespace(), IndexSpec.id(), List.of(before.get("_id")));
            default -> throw Errors.badValue("Enumeration value for field 'whenMatched' is not a valid value.");
        }
    }
}
