package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.backend.NumericUtils;
import de.bwaldvogel.mongo.bson.Decimal128;
import java.math.BigInteger;

/// Sums and products as MongoDB has them: an `int` grows to a `long`, a `long` does not grow any more.
final class Arithmetic {

    private Arithmetic() {}

    static Number add(Number a, Number b) {
        return a instanceof Double || b instanceof Double || a instanceof Decimal128 || b instanceof Decimal128
                ? NumericUtils.addNumbers(a, b)
                : whole("$inc", a, b, BigInteger.valueOf(a.longValue()).add(BigInteger.valueOf(b.longValue())));
    }

    static Number multiply(Number a, Number b) {
        return a instanceof Double || b instanceof Double || a instanceof Decimal128 || b instanceof Decimal128
                ? NumericUtils.multiplyNumbers(a, b)
                : whole("$mul", a, b, BigInteger.valueOf(a.longValue()).multiply(BigInteger.valueOf(b.longValue())));
    }

    private static Number whole(String operator, Number a, Number b, BigInteger result) {
        if (a instanceof Integer && b instanceof Integer && result.bitLength() < Integer.SIZE) {
            return result.intValueExact();
        }
        if (result.bitLength() >= Long.SIZE) {
            throw Errors.badValue("Failed to apply %s operations to current value (%s) and operand (%s)"
                    .formatted(operator, written(a), written(b)));
        }
        return result.longValueExact();
    }

    private static String written(Number number) {
        return number instanceof Integer ? "(NumberInt)" + number : "(NumberLong)" + number;
    }
}
