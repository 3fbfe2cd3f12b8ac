package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An update, read once: operators, a whole new document, or a pipeline.
sealed interface Update {

    /// @param inserts whether the document does not exist yet
    Document apply(Document before, int hit, boolean inserts);

    default boolean replaces() {
        return false;
    }

    static Update of(@Nullable Object given, @Nullable Object arrayFilters) {
        if (given instanceof List<?> stages) {
            if (arrayFilters != null) {
                throw Errors.failedToParse("arrayFilters may not be specified for pipeline-style updates");
            }
            return new Stages(stages);
        }
        if (!(given instanceof Document document)) {
            throw Errors.failedToParse("Update argument must be either an object or an array");
        }
        var operators = document.keySet().stream().anyMatch(key -> key.startsWith("$"));
        if (!operators) {
            if (arrayFilters != null) {
                throw Errors.failedToParse("arrayFilters may not be specified for replacement-style updates");
            }
            return new Replacement(document);
        }
        return Operators.of(document, arrayFilters);
    }

    /// What stands at `_id` must not change.
    static Document withId(Document after, Document before) {
        if (!before.containsKey("_id")) {
            return after;
        }
        var id = before.get("_id");
        if (!after.containsKey("_id")) {
            var whole = new Document("_id", id);
            whole.putAll(after);
            return whole;
        }
        if (!BsonOrder.equal(id, after.get("_id"))) {
            throw Errors.immutable(
                    "After applying the update, the (immutable) field '_id' was found to have been altered to _id: "
                            + after.get("_id"));
        }
        return after;
    }

    record Replacement(Document document) implements Update {
        @Override
        public Document apply(Document before, int hit, boolean inserts) {
            return withId(document.cloneDeeply(), before);
        }

        @Override
        public boolean replaces() {
            return true;
        }
    }

    record Stages(List<?> stages) implements Update {

        private static final List<String> ALLOWED =
                List.of("$addFields", "$set", "$project", "$unset", "$replaceRoot", "$replaceWith");

        public Stages {
            for (var stage : stages) {
                if (!(stage instanceof Document document) || document.size() != 1) {
                    throw new MongoServerError(
                            40323, "A pipeline stage specification object must contain exactly one field.");
                }
                var name = document.keySet().iterator().next();
                if (!ALLOWED.contains(name)) {
                    throw new MongoServerError(
                            72, "InvalidOptions", name + " is not allowed to be used within an update");
                }
            }
        }

        @Override
        public Document apply(Document before, int hit, boolean inserts) {
            var after = Pipeline.transform(stages, before.cloneDeeply());
            return withId(after, before);
        }
    }

    /// @param filters of arrays, by the name a path has for them
    record Operators(List<Change> changes, Map<String, Predicate<@Nullable Object>> filters) implements Update {

        record Change(
                UpdateOperator operator,
                String path,
                @Nullable Object operand) {}

        static Operators of(Document document, @Nullable Object arrayFilters) {
            var changes = new ArrayList<Change>();
            document.forEach((name, fields) -> {
                var operator = UpdateOperator.named(name);
                if (!(fields instanceof Document each)) {
                    throw Errors.failedToParse(
                            "Modifiers operate on fields but we found type %s instead. For example: {$mod: {<field>: ...}} not {%s: %s}"
                                    .formatted(Types.name(fields), name, fields));
                }
                each.forEach((path, operand) -> {
                    changes.add(change(operator, path, operand));
                    if (operator == UpdateOperator.RENAME) {
                        changes.add(new Change(UpdateOperator.RENAMED, (String) operand, null));
                    }
                });
            });
            changes.sort(Comparator.comparing(Change::path, Operators::compare));
            for (int i = 1; i < changes.size(); i++) {
                assertApart(changes.get(i - 1).path(), changes.get(i).path());
            }
            changes.removeIf(change -> change.operator() == UpdateOperator.RENAMED);
            var filters = ArrayFilters.parse(
                    arrayFilters, changes.stream().map(Change::path).toList());
            return new Operators(List.copyOf(changes), filters);
        }

        private static Change change(UpdateOperator operator, String path, @Nullable Object operand) {
            if (path.isEmpty()) {
                throw new MongoServerError(56, "EmptyFieldName", "An empty update path is not valid.");
            }
            for (var step : Paths.split(path)) {
                if (step.isEmpty()) {
                    throw new MongoServerError(
                            56,
                            "EmptyFieldName",
                            "The update path '" + path + "' contains an empty field name, which is not allowed.");
                }
                if (step.startsWith("$") && !step.equals("$") && !step.startsWith("$[")) {
                    throw new MongoServerError(
                            52,
                            "DollarPrefixedFieldName",
                            "The dollar ($) prefixed field '" + step + "' in '" + path
                                    + "' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.");
                }
            }
            operator.check(path, operand);
            return new Change(operator, path, operand);
        }

        private static int compare(String a, String b) {
            var left = Paths.split(a);
            var right = Paths.split(b);
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                var numbers = Paths.isPosition(left.get(i)) && Paths.isPosition(right.get(i));
                var order = numbers
                        ? Integer.compare(Integer.parseInt(left.get(i)), Integer.parseInt(right.get(i)))
                        : left.get(i).compareTo(right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(left.size(), right.size());
        }

        private static void assertApart(String a, String b) {
            if (b.equals(a) || b.startsWith(a + ".")) {
                throw new MongoServerError(
                        40,
                        "ConflictingUpdateOperators",
                        "Updating the path '" + b + "' would create a conflict at '" + a + "'");
            }
        }

        @Override
        public Document apply(Document before, int hit, boolean inserts) {
            var after = before.cloneDeeply();
            for (var change : changes) {
                if (change.operator() == UpdateOperator.SET_ON_INSERT && !inserts) {
                    continue;
                }
                for (var path : new ConcretePaths(after, hit, filters).of(change.path())) {
                    change.operator().apply(new Place(after, path), change.operand());
                }
            }
            if (before.containsKey("_id")) {
                if (!after.containsKey("_id") || !BsonOrder.equal(before.get("_id"), after.get("_id"))) {
                    throw Errors.immutable(
                            "Performing an update on the path '_id' would modify the immutable field '_id'");
                }
            }
            return after;
        }
    }
}
