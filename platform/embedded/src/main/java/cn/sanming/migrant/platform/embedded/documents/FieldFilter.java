package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a query says of one path: a value, a pattern, or operators.
final class FieldFilter {

    private static final Set<String> REFERENCE = Set.of("$ref", "$id", "$db");

    private final List<String> path;

    private FieldFilter(String path) {
        this.path = Paths.split(path);
    }

    static Filter of(String path, @Nullable Object value) {
        var field = new FieldFilter(path);
        return isOperators(value) ? field.operators((Document) value) : field.equalTo(value);
    }

    static boolean isOperators(@Nullable Object value) {
        return value instanceof Document document
                && !document.isEmpty()
                && document.keySet().iterator().next().startsWith("$")
                && !REFERENCE.contains(document.keySet().iterator().next());
    }

    /// A test of single values, for `$elemMatch`, `$pull` and array filters.
    static Predicate<@Nullable Object> values(@Nullable Object wanted) {
        var filter = of("v", wanted);
        return value -> filter.matches(new Document("v", value));
    }

    private Filter equalTo(@Nullable Object value) {
        return value instanceof BsonRegularExpression pattern
                ? anywhere(found -> matches(pattern, found))
                : anywhere(found -> BsonOrder.equal(found, value));
    }

    private Filter operators(Document operators) {
        var all = new ArrayList<Filter>();
        operators.forEach((operator, operand) -> {
            if (!operator.equals("$options")) {
                all.add(operator(operator, operand, operators));
            }
        });
        return Filter.all(all);
    }

    private Filter operator(String operator, @Nullable Object operand, Document all) {
        return switch (operator) {
            case "$eq" -> anywhere(found -> BsonOrder.equal(found, operand));
            case "$ne" -> not(equalOnly(operand));
            case "$in" -> in(operator, operand);
            case "$nin" -> not(in(operator, operand));
            case "$gt" -> compared(operand, order -> order > 0, false);
            case "$gte" -> compared(operand, order -> order >= 0, true);
            case "$lt" -> compared(operand, order -> order < 0, false);
            case "$lte" -> compared(operand, order -> order <= 0, true);
            case "$exists" -> exists(operand);
            case "$not" -> not(negated(operand));
            case "$regex" -> {
                var pattern = Patterns.of(operand, all.get("$options"));
                yield anywhere(found -> matches(pattern, found));
            }
            case "$type" -> {
                var types = Types.parse(operand);
                yield anywhere(found -> Types.isOneOf(found, types));
            }
            case "$mod" -> mod(operand);
            case "$size" -> size(operand);
            case "$all" -> all(operand);
            case "$elemMatch" -> elemMatch(operand);
            case "$geoWithin",
                    "$geoIntersects",
                    "$near",
                    "$nearSphere",
                    "$bitsAllSet",
                    "$bitsAllClear",
                    "$bitsAnySet",
                    "$bitsAnyClear" -> throw Errors.notImplemented(operator);
            default -> throw Errors.badValue("unknown operator: " + operator);
        };
    }

    private Filter equalOnly(@Nullable Object operand) {
        if (operand instanceof BsonRegularExpression) {
            throw Errors.badValue("Can't have regex as arg to $ne.");
        }
        return anywhere(found -> BsonOrder.equal(found, operand));
    }

    private Filter in(String operator, @Nullable Object operand) {
        if (!(operand instanceof List<?> values)) {
            throw Errors.badValue(operator + " needs an array");
        }
        var patterns = new ArrayList<BsonRegularExpression>();
        var sorted = new TreeSet<@Nullable Object>(BsonOrder.ASCENDING);
        for (var value : values) {
            if (isOperators(value)) {
                throw Errors.badValue("cannot nest $ under " + operator);
            }
            if (value instanceof BsonRegularExpression pattern) {
                patterns.add(pattern);
            }
            sorted.add(value);
        }
        return anywhere(
                found -> sorted.contains(found) || patterns.stream().anyMatch(pattern -> matches(pattern, found)));
    }

    private Filter compared(@Nullable Object operand, Predicate<Integer> wanted, boolean orEqual) {
        if (operand instanceof BsonRegularExpression) {
            throw Errors.badValue("Can't have RegEx as arg to predicate over field '" + String.join(".", path) + "'.");
        }
        var type = BsonOrder.type(operand);
        if (operand instanceof Double number && number.isNaN()) {
            return orEqual ? anywhere(found -> BsonOrder.equal(found, operand)) : (_, _) -> false;
        }
        var anyType = type < 0 || type == 127;
        return anywhere(found -> (anyType || BsonOrder.type(found) == type && !isNaN(found))
                && wanted.test(BsonOrder.ASCENDING.compare(found, operand)));
    }

    private static boolean isNaN(@Nullable Object value) {
        return value instanceof Number number && Double.isNaN(number.doubleValue());
    }

    private Filter exists(@Nullable Object operand) {
        var there = anywhere(found -> !(found instanceof Missing));
        return Types.isTrue(operand) ? there : not(there);
    }

    private Filter negated(@Nullable Object operand) {
        if (operand instanceof BsonRegularExpression) {
            return equalTo(operand);
        }
        if (!(operand instanceof Document document)) {
            throw Errors.badValue("$not needs a regex or a document");
        }
        if (document.isEmpty()) {
            throw Errors.badValue("$not cannot be empty");
        }
        if (!isOperators(document)) {
            throw Errors.badValue(
                    "unknown operator: " + document.keySet().iterator().next());
        }
        return operators(document);
    }

    private Filter mod(@Nullable Object operand) {
        if (!(operand instanceof List<?> numbers)
                || numbers.size() != 2
                || !(numbers.getFirst() instanceof Number divisor)
                || !(numbers.getLast() instanceof Number remainder)) {
            throw Errors.badValue("malformed mod, needs to be an array of two numbers");
        }
        if (divisor.longValue() == 0) {
            throw Errors.badValue("divisor cannot be 0");
        }
        return anywhere(found -> found instanceof Number number
                && !Double.isNaN(number.doubleValue())
                && !Double.isInfinite(number.doubleValue())
                && number.longValue() % divisor.longValue() == remainder.longValue());
    }

    private Filter size(@Nullable Object operand) {
        if (!(operand instanceof Number number)) {
            throw Errors.badValue("Failed to parse $size. Expected a number in: $size: " + operand);
        }
        if (number.doubleValue() != number.longValue() || number.longValue() < 0) {
            throw Errors.badValue("Failed to parse $size. Expected a non-negative integer in: $size: " + operand);
        }
        return whole(found -> found instanceof List<?> list && list.size() == number.longValue());
    }

    private Filter all(@Nullable Object operand) {
        if (!(operand instanceof List<?> values)) {
            throw Errors.badValue("$all needs an array");
        }
        if (values.isEmpty()) {
            return (_, _) -> false;
        }
        var each = new ArrayList<Filter>();
        for (var value : values) {
            var elements = value instanceof Document document && document.containsKey("$elemMatch");
            if (!elements && isOperators(value)) {
                throw Errors.badValue("no $ expressions in $all");
            }
            each.add(elements ? operators((Document) value) : equalTo(value));
        }
        return Filter.all(each);
    }

    private Filter elemMatch(@Nullable Object operand) {
        if (!(operand instanceof Document document)) {
            throw Errors.badValue("$elemMatch needs an Object");
        }
        var element = ElementFilter.of(document);
        return (root, hit) -> Paths.visit(root, path, false, (found, _) -> {
            if (found instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (element.test(list.get(i))) {
                        hit.at(i);
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private Filter anywhere(Predicate<@Nullable Object> test) {
        return (document, hit) -> Paths.visit(document, path, true, (found, index) -> {
            var fits = test.test(found);
            if (fits) {
                hit.at(index);
            }
            return fits;
        });
    }

    private Filter whole(Predicate<@Nullable Object> test) {
        return (document, _) -> Paths.visit(document, path, false, (found, _) -> test.test(found));
    }

    private static Filter not(Filter filter) {
        return (document, _) -> !filter.matches(document);
    }

    private static boolean matches(BsonRegularExpression pattern, @Nullable Object found) {
        return found instanceof String text && pattern.matcher(text).find() || BsonOrder.equal(pattern, found);
    }
}
