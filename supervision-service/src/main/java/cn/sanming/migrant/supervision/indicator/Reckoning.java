package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.Division;
import cn.sanming.migrant.platform.reference.Divisions;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a value comes out of rows (计算): small functions without store and clock.
///
/// @param whole what a share is taken of: the weeks of the year, the rest days of the month
/// @param plan  how much there should be, where the events do not tell
record Reckoning(
        IndicatorDefinition definition,
        List<Row> rows,
        long whole,
        @Nullable BigDecimal plan) {

    /// The value for the city or for the one district the rows are of.
    Optional<Quotient> value(boolean wholeCity) {
        var of = definition.value();
        if (of.lowest() == null) {
            return measure(Row.inGroup(of.group()));
        }
        return switch (of.lowest()) {
            case COUNTY -> wholeCity ? lowest(perCounty().values()) : measure(Row.inGroup(of.group()));
            case GROUP ->
                lowest(Objects.requireNonNull(of.groups()).stream()
                        .map(group -> measure(Row.inGroup(group)))
                        .toList());
        };
    }

    private static Optional<Quotient> lowest(Collection<Optional<Quotient>> values) {
        return values.stream().map(value -> value.orElse(Quotient.of(0, 1))).min(Comparator.naturalOrder());
    }

    /// The value of each of the 11 counties.
    Map<String, Optional<Quotient>> perCounty() {
        var values = new TreeMap<String, Optional<Quotient>>();
        for (var code : Divisions.sanming().all().stream().map(Division::code).toList()) {
            values.put(
                    code,
                    measure(Row.inDistrict(code)
                            .and(Row.inGroup(definition.value().group()))));
        }
        return values;
    }

    long sum(String part) {
        return rows.stream()
                .filter(row -> row.part().equals(part))
                .mapToLong(Row::n)
                .sum();
    }

    /// The rows the value rests on.
    List<Row> basis(Predicate<Row> which) {
        return rows.stream()
                .filter(row -> row.part().equals(definition.value().part()))
                .filter(which)
                .toList();
    }

    Optional<Quotient> measure(Predicate<Row> which) {
        var basis = basis(which);
        long n = basis.stream().mapToLong(Row::n).sum();
        return switch (definition.value().kind()) {
            case COUNT -> Optional.of(Quotient.of(n, 1));
            case AMOUNT ->
                Optional.of(Quotient.of(basis.stream().mapToLong(Row::a).sum(), 100));
            case RATIO -> ratio(n, basis.stream().mapToLong(Row::d).sum());
            case MEDIAN -> median(basis);
            case P95 -> percentile(basis, 95);
            case DISTINCT -> Optional.of(Quotient.of(distinct(basis), 1));
            case SHARE -> ratio(distinct(basis), whole);
            case PLANNED -> Optional.of(planned(n));
            case PLANNED_DISTINCT -> Optional.of(planned(distinct(basis)));
            case LARGEST -> Optional.of(Quotient.of(largestGroup(basis), 100));
        };
    }

    private static Optional<Quotient> ratio(long n, long d) {
        return d == 0 ? Optional.empty() : Optional.of(Quotient.of(n, d));
    }

    private Quotient planned(long n) {
        if (plan == null || plan.signum() == 0) {
            return Quotient.of(n, 1);
        }
        var reached = BigDecimal.valueOf(n);
        return new Quotient(definition.value().complement() ? plan.subtract(reached) : reached, plan);
    }

    private static long distinct(List<Row> basis) {
        return basis.stream()
                .map(Row::distinct)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static long largestGroup(List<Row> basis) {
        return basis.stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.group()), Collectors.summingLong(Row::a)))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    /// The middle value, or the mean of the two in the middle.
    private static Optional<Quotient> median(List<Row> basis) {
        long count = basis.stream().mapToLong(Row::count).sum();
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(Quotient.of(at(basis, (count + 1) / 2) + at(basis, count / 2 + 1), 2));
    }

    /// The smallest value that is not exceeded by so many of a hundred (nearest rank).
    private static Optional<Quotient> percentile(List<Row> basis, int hundredths) {
        long count = basis.stream().mapToLong(Row::count).sum();
        return count == 0
                ? Optional.empty()
                : Optional.of(Quotient.of(at(basis, Math.ceilDiv(count * hundredths, 100L)), 1));
    }

    private static long at(List<Row> basis, long rank) {
        long seen = 0;
        var sorted = basis.stream()
                .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.sample())))
                .toList();
        for (var row : sorted) {
            seen += row.count();
            if (seen >= rank) {
                return Objects.requireNonNull(row.sample());
            }
        }
        throw new IllegalStateException("no value of rank " + rank);
    }
}
