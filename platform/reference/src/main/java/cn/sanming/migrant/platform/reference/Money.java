package cn.sanming.migrant.platform.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An amount in yuan (人民币元), never negative, always with two decimals. Each result is rounded once, half up, so a
/// total of lines is a total of rounded lines. On the wire it is a string, `"1810.00"`, never a JSON number.
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    public Money {
        if (!Bounds.hold(amount)) {
            throw new IllegalArgumentException("money has at most 15 digits before the point");
        }
        amount = amount.setScale(2, RoundingMode.HALF_UP);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("money may not be negative: " + amount.toPlainString());
        }
    }

    public static Money of(BigDecimal amount) {
        return new Money(amount);
    }

    public static Money of(long yuan) {
        return new Money(BigDecimal.valueOf(yuan));
    }

    /// Reads `"1810"`, `"1810.5"` or `"1810.00"`; a sign, an exponent or a third decimal is refused.
    public static Money of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new IllegalArgumentException(
                    "money is written with at most two decimals and no sign, such as \"1810.00\"");
        }
        return new Money(new BigDecimal(written));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Money fromJson(Object json) {
        if (json instanceof String written) {
            return of(written);
        }
        throw new IllegalArgumentException("money is a JSON string such as \"1810.00\", not a number");
    }

    public static Money sum(Stream<Money> amounts) {
        return amounts.reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    /// The difference, which must not fall below zero; see [#minusOrZero(Money)] for what is left under a cap.
    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money minusOrZero(Money other) {
        return atMost(other) ? ZERO : minus(other);
    }

    public Money times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor));
    }

    public Money min(Money other) {
        return atMost(other) ? this : other;
    }

    public Money max(Money other) {
        return atLeast(other) ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean atLeast(Money limit) {
        return compareTo(limit) >= 0;
    }

    public boolean moreThan(Money limit) {
        return compareTo(limit) > 0;
    }

    public boolean atMost(Money limit) {
        return compareTo(limit) <= 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @JsonValue
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
