package cn.sanming.migrant.supervision.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A value as it was counted, before any rounding: compared by cross-multiplication, shown as a decimal.
record Quotient(BigDecimal over, BigDecimal under) implements Comparable<Quotient> {

    static Quotient of(long over, long under) {
        return new Quotient(BigDecimal.valueOf(over), BigDecimal.valueOf(under));
    }

    static Quotient of(BigDecimal value) {
        return new Quotient(value, BigDecimal.ONE);
    }

    @Override
    public int compareTo(Quotient other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    BigDecimal rounded(IndicatorDefinition.Unit unit) {
        var scale =
                switch (unit) {
                    case RATIO -> 4;
                    case YUAN -> 2;
                    case COUNT, SECONDS -> 0;
                    case WORKING_DAYS -> 1;
                };
        var value = over.divide(under, scale, RoundingMode.HALF_UP);
        return unit == IndicatorDefinition.Unit.WORKING_DAYS
                        && value.stripTrailingZeros().scale() <= 0
                ? value.setScale(0)
                : value;
    }
}
