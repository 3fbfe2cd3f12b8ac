package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Which fields of a document are answered.
final class Projection implements UnaryOperator<Document> {

    /// The fields as a tree: a leaf says what is done with the field, `true` or `false` or an operator.
    private final Map<String, Object> tree = new LinkedHashMap<>();

    private final boolean includes;

    private Projection(Document fields) {
        var including = new ArrayList<String>();
        var excluding = new ArrayList<String>();
        fields.forEach((path, value) -> {
            if (path.isEmpty() || path.startsWith("$")) {
                throw new MongoServerError(16410, "FieldPath field names may not start with '$'.");
            }
            if (!(value instanceof Document) && !path.equals("_id")) {
                (Types.isTrue(value) ? including : excluding).add(path);
            }
            put(path, value);
        });
        if (!including.isEmpty() && !excluding.isEmpty()) {
            var later = List.copyOf(fields.keySet());
            var first = including.getFirst();
            throw later.indexOf(first) < later.indexOf(excluding.getFirst())
                    ? new MongoServerError(
                            31254, "Cannot do exclusion on field " + excluding.getFirst() + " in inclusion projection")
                    : new MongoServerError(31253, "Cannot do inclusion on field " + first + " in exclusion projection");
        }
        var elements = fields.values().stream()
                .anyMatch(value -> value instanceof Document operator && operator.containsKey("$elemMatch"));
        this.includes = !including.isEmpty()
                || excluding.isEmpty() && (elements || fields.containsKey("_id") && Types.isTrue(fields.get("_id")));
    }

    static UnaryOperator<Document> of(@Nullable Object given) {
        if (given == null) {
            return UnaryOperator.identity();
        }
        if (!(given instanceof Document fields)) {
            throw Errors.typeMismatch("BSON field 'find.projection' is the wrong type '" + Types.name(given)
                    + "', expected type 'object'");
        }
        return fields.isEmpty() ? UnaryOperator.identity() : new Projection(fields);
    }

    @SuppressWarnings("unchecked")
    private void put(String path, @Nullable Object value) {
        var at = tree;
        var steps = Paths.split(path);
        for (var step : steps.subList(0, steps.size() - 1)) {
            if (at.containsKey(step) && !(at.get(step) instanceof Map<?, ?>)) {
                throw new MongoServerError(31249, "Path collision at " + path);
            }
            at = (Map<String, Object>) at.computeIfAbsent(step, _ -> new LinkedHashMap<String, Object>());
        }
        if (at.containsKey(steps.getLast())) {
            throw new MongoServerError(31250, "Path collision at " + path);
        }
        at.put(steps.getLast(), value instanceof Document operator ? operation(path, operator) : Types.isTrue(value));
    }

    private static UnaryOperator<Object> operation(String path, Document operator) {
        if (operator.size() == 1 && operator.containsKey("$slice")) {
            return slice(operator.get("$slice"));
        }
        if (operator.size() == 1 && operator.get("$elemMatch") instanceof Document condition) {
            var matching = ElementFilter.of(condition);
            return value -> value instanceof List<?> list
                    ? list.stream()
                            .filter(matching)
                            .findFirst()
                            .<Object>map(List::of)
                            .orElse(Missing.getInstance())
                    : Missing.getInstance();
        }
        throw Errors.notImplemented("the projection of " + path + " by an expression");
    }

    private static UnaryOperator<Object> slice(@Nullable Object wanted) {
        var pair = wanted instanceof List<?> two
                        && two.size() == 2
                        && two.getFirst() instanceof Number
                        && two.getLast() instanceof Number
                ? two
                : null;
        if (pair == null && !(wanted instanceof Number)) {
            throw new MongoServerError(
                    28667,
                    "Invalid $slice syntax. The given syntax { $slice: " + wanted
                            + " } did not match the find() syntax");
        }
        return value -> {
            if (!(value instanceof List<?> list)) {
                return value;
            }
            var count = pair == null ? ((Number) wanted).intValue() : ((Number) pair.getLast()).intValue();
            var skip = pair == null ? count < 0 ? count : 0 : ((Number) pair.getFirst()).intValue();
            var from = Math.clamp(skip < 0 ? list.size() + (long) skip : skip, 0, list.size());
            return new ArrayList<>(list.subList(from, (int) Math.min(list.size(), from + (long) Math.abs(count))));
        };
    }

    @Override
    public Document apply(Document document) {
        return project(document, tree, true);
    }

    @SuppressWarnings("unchecked")
    private Document project(Document document, Map<String, Object> fields, boolean root) {
        var projected = new Document();
        document.forEach((name, value) -> {
            var what = fields.get(name);
            if (what == null) {
                if (!includes || root && name.equals("_id")) {
                    projected.put(name, value);
                }
            } else if (what instanceof Boolean kept) {
                if (kept) {
                    projected.put(name, value);
                }
            } else if (what instanceof Map<?, ?> deeper) {
                var inner = inside(value, (Map<String, Object>) deeper);
                if (!(inner instanceof Missing)) {
                    projected.put(name, inner);
                }
            } else {
                var changed = ((UnaryOperator<Object>) what).apply(value);
                if (!(changed instanceof Missing)) {
                    projected.put(name, changed);
                }
            }
        });
        return projected;
    }

    private @Nullable Object inside(@Nullable Object value, Map<String, Object> fields) {
        if (value instanceof Document document) {
            return project(document, fields, false);
        }
        if (value instanceof List<?> list) {
            var elements = new ArrayList<@Nullable Object>();
            for (var element : list) {
                var inner = inside(element, fields);
                if (!(inner instanceof Missing)) {
                    elements.add(inner);
                }
            }
            return elements;
        }
        return includes ? Missing.getInstance() : value;
    }
}
