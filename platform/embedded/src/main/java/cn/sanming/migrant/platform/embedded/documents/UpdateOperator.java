package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an update can do to one place of a document.
enum UpdateOperator {
    SET("$set"),
    SET_ON_INSERT("$setOnInsert"),
    UNSET("$unset"),
    INC("$inc"),
    MUL("$mul"),
    MIN("$min"),
    MAX("$max"),
    RENAME("$rename"),
    /// Where `$rename` puts it: only there so that conflicts are seen.
    RENAMED(""),
    CURRENT_DATE("$currentDate"),
    PUSH("$push"),
    ADD_TO_SET("$addToSet"),
    PULL("$pull"),
    PULL_ALL("$pullAll"),
    POP("$pop");

    private final String sign;

    UpdateOperator(String sign) {
        this.sign = sign;
    }

    static UpdateOperator named(String name) {
        if (name.equals("$bit")) {
            throw Errors.notImplemented(name);
        }
        return Arrays.stream(values())
                .filter(operator -> operator.sign.equals(name) && operator != RENAMED)
                .findFirst()
                .orElseThrow(() -> Errors.failedToParse("Unknown modifier: " + name
                        + ". Expected a valid update modifier or pipeline-style update specified as an array"));
    }

    /// Refuses an operand that no document could make right.
    void check(String path, @Nullable Object operand) {
        switch (this) {
            case INC, MUL -> {
                if (!(operand instanceof Number)) {
                    throw Errors.typeMismatch("Cannot %s with non-numeric argument: {%s: %s}"
                            .formatted(this == INC ? "increment" : "multiply", path, operand));
                }
            }
            case RENAME -> {
                if (!(operand instanceof String target)) {
                    throw Errors.badValue("The 'to' field for $rename must be a string: " + path + ": " + operand);
                }
                if (target.equals(path)) {
                    throw Errors.badValue(
                            "The source and target field for $rename must differ: " + path + ": \"" + target + '"');
                }
            }
            case PULL_ALL -> {
                if (!(operand instanceof List<?>)) {
                    throw Errors.badValue("$pullAll requires an array argument but was given a " + Types.name(operand));
                }
            }
            case POP -> {
                if (!(operand instanceof Number number)) {
                    throw Errors.failedToParse("Expected a number in: " + path + ": " + operand);
                }
                if (Math.abs(number.doubleValue()) != 1) {
                    throw Errors.failedToParse("$pop expects 1 or -1, found: " + operand);
                }
            }
            case PUSH, ADD_TO_SET -> ArrayChange.check(this, operand);
            case CURRENT_DATE -> dateOf(operand);
            case SET, SET_ON_INSERT, UNSET, MIN, MAX, RENAMED, PULL -> {}
        }
    }

    void apply(Place place, @Nullable Object operand) {
        switch (this) {
            case SET, SET_ON_INSERT -> place.set(operand);
            case UNSET -> place.remove();
            case INC, MUL -> calculate(place, (Number) operand);
            case MIN -> keepIf(place, operand, -1);
            case MAX -> keepIf(place, operand, 1);
            case RENAME -> rename(place, (String) operand);
            case CURRENT_DATE -> place.set(dateOf(operand));
            case PUSH -> ArrayChange.push(place, operand);
            case ADD_TO_SET -> ArrayChange.addToSet(place, operand);
            case PULL -> ArrayChange.pull(place, operand);
            case PULL_ALL -> ArrayChange.pullAll(place, (List<?>) operand);
            case POP -> ArrayChange.pop(place, ((Number) operand).intValue());
            case RENAMED -> throw new IllegalStateException("not an operator");
        }
    }

    private void calculate(Place place, Number operand) {
        var before = place.get();
        if (before instanceof Missing) {
            place.set(this == INC ? operand : Arithmetic.multiply(0, operand));
        } else if (before instanceof Number number) {
            place.set(this == INC ? Arithmetic.add(number, operand) : Arithmetic.multiply(number, operand));
        } else {
            throw Errors.typeMismatch(
                    "Cannot apply %s to a value of non-numeric type. %s has the field '%s' of non-numeric type %s"
                            .formatted(sign, place.id(), place.path().getLast(), Types.name(before)));
        }
    }

    private static void keepIf(Place place, @Nullable Object operand, int wanted) {
        var before = place.get();
        if (before instanceof Missing || Integer.signum(BsonOrder.ASCENDING.compare(operand, before)) == wanted) {
            place.set(operand);
        }
    }

    private static void rename(Place place, String target) {
        var value = place.get();
        if (!(value instanceof Missing)) {
            place.remove();
            var to = new Place(place.root(), Paths.split(target));
            to.remove();
            to.set(value);
        }
    }

    private static Object dateOf(@Nullable Object operand) {
        if (operand instanceof Boolean) {
            return now();
        }
        if (operand instanceof Document document && document.size() == 1 && document.containsKey("$type")) {
            if ("date".equals(document.get("$type"))) {
                return now();
            }
            if ("timestamp".equals(document.get("$type"))) {
                return new BsonTimestamp(Instant.now(), 1);
            }
        }
        throw Errors.badValue(
                operand instanceof Document
                        ? "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}"
                        : Types.name(operand)
                                + " is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).");
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
