package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What updates do to arrays.
final class ArrayChange {

    private static final Set<String> CLAUSES = Set.of("$each", "$slice", "$sort", "$position");

    private ArrayChange() {}

    static void check(UpdateOperator operator, @Nullable Object operand) {
        if (!(operand instanceof Document clauses) || !clauses.containsKey("$each")) {
            return;
        }
        if (!(clauses.get("$each") instanceof List<?>)) {
            throw operator == UpdateOperator.PUSH
                    ? Errors.badValue("The argument to $each in $push must be an array but it was of type: "
                            + Types.name(clauses.get("$each")))
                    : Errors.typeMismatch("The argument to $each in $addToSet must be an array but it was of type "
                            + Types.name(clauses.get("$each")));
        }
        for (var clause : clauses.keySet()) {
            if (operator == UpdateOperator.ADD_TO_SET && !clause.equals("$each")) {
                throw Errors.badValue("Found unexpected fields after $each in $addToSet: " + clauses);
            }
            if (!CLAUSES.contains(clause)) {
                throw Errors.badValue("Unrecognized clause in $push: " + clause);
            }
        }
        number(clauses, "$slice");
        number(clauses, "$position");
        if (clauses.containsKey("$sort")) {
            order(clauses.get("$sort"));
        }
    }

    private static @Nullable Integer number(Document clauses, String clause) {
        if (!clauses.containsKey(clause)) {
            return null;
        }
        if (clauses.get(clause) instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw Errors.badValue("The value for %s must be an integer value but was given type: %s"
                .formatted(clause, Types.name(clauses.get(clause))));
    }

    private static Comparator<@Nullable Object> order(@Nullable Object sort) {
        if (sort instanceof Number direction && Math.abs(direction.doubleValue()) == 1) {
            return direction.doubleValue() > 0 ? BsonOrder.ASCENDING : BsonOrder.ASCENDING.reversed();
        }
        if (sort instanceof Document fields && !fields.isEmpty()) {
            var byFields = new SortOrder(fields);
            return (a, b) -> byFields.compare(asDocument(a), asDocument(b));
        }
        throw Errors.badValue(
                "The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields");
    }

    private static Document asDocument(@Nullable Object value) {
        return value instanceof Document document ? document : new Document();
    }

    /// The array as it stands there; a new one where nothing is.
    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> array(Place place, Function<String, MongoServerError> refusal) {
        var value = place.get();
        if (value instanceof Missing) {
            var fresh = new ArrayList<@Nullable Object>();
            place.set(fresh);
            return fresh;
        }
        if (value instanceof List<?>) {
            return (List<@Nullable Object>) value;
        }
        throw refusal.apply(Types.name(value));
    }

    static void push(Place place, @Nullable Object operand) {
        var array = array(
                place,
                type -> Errors.badValue("The field '%s' must be an array but is of type %s in document %s"
                        .formatted(place.name(), type, place.id())));
        if (!(operand instanceof Document clauses) || !clauses.containsKey("$each")) {
            array.add(operand);
            return;
        }
        var position = number(clauses, "$position");
        var at = position == null ? array.size() : position < 0 ? array.size() + position : position;
        array.addAll(Math.clamp(at, 0, array.size()), (List<?>) clauses.get("$each"));
        if (clauses.containsKey("$sort")) {
            array.sort(order(clauses.get("$sort")));
        }
        var slice = number(clauses, "$slice");
        if (slice != null) {
            var from = slice < 0 ? Math.max(0, array.size() + slice) : 0;
            var to = slice < 0 ? array.size() : Math.min(slice, array.size());
            place.set(new ArrayList<>(array.subList(from, to)));
        }
    }

    static void addToSet(Place place, @Nullable Object operand) {
        var array = array(
                place,
                type -> Errors.badValue(
                        "Cannot apply $addToSet to non-array field. Field named '%s' has non-array type %s"
                                .formatted(place.path().getLast(), type)));
        List<?> values = operand instanceof Document clauses && clauses.get("$each") instanceof List<?> each
                ? each
                : Collections.singletonList(operand);
        for (var value : values) {
            if (array.stream().noneMatch(known -> BsonOrder.equal(known, value))) {
                array.add(value);
            }
        }
    }

    static void pull(Place place, @Nullable Object operand) {
        remove(place, "$pull", pulled(operand));
    }

    private static Predicate<@Nullable Object> pulled(@Nullable Object operand) {
        if (operand instanceof Document condition && !FieldFilter.isOperators(condition)) {
            var filter = Filter.of(condition);
            return value -> value instanceof Document element && filter.matches(element);
        }
        if (operand instanceof Document || operand instanceof BsonRegularExpression) {
            return FieldFilter.values(operand);
        }
        return value -> BsonOrder.equal(value, operand);
    }

    static void pullAll(Place place, List<?> values) {
        remove(place, "$pullAll", element -> values.stream().anyMatch(value -> BsonOrder.equal(value, element)));
    }

    @SuppressWarnings("unchecked")
    private static void remove(Place place, String operator, Predicate<@Nullable Object> which) {
        var value = place.get();
        if (value instanceof List<?>) {
            ((List<@Nullable Object>) value).removeIf(which);
        } else if (!(value instanceof Missing)) {
            throw Errors.badValue("Cannot apply " + operator + " to a non-array value");
        }
    }

    static void pop(Place place, int end) {
        var value = place.get();
        if (value instanceof List<?> list) {
            if (!list.isEmpty()) {
                list.remove(end < 0 ? 0 : list.size() - 1);
            }
        } else if (!(value instanceof Missing)) {
            throw Errors.typeMismatch(
                    "Path '%s' contains an element of non-array type '%s'".formatted(place.name(), Types.name(value)));
        }
    }
}
