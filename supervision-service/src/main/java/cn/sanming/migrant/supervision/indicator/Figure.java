package cn.sanming.migrant.supervision.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One indicator in one period (指标值), for the city or a county: value, target, whether it is met, and how it came
/// about.
///
/// @param shown     the value as people write it, such as `89.39%`
/// @param breakdown by group, and the other parts of the indicator
/// @param districts the value of each county that has any
/// @param late      how much was counted here because its own period was frozen
/// @param freezesAfter the day after which this period does not change any more
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Figure(
        String indicator,
        String measure,
        List<String> clauses,
        String nameZh,
        String name,
        String period,
        LocalDate from,
        LocalDate to,
        @Nullable String district,
        @Nullable String group,
        IndicatorDefinition.Unit unit,
        @Nullable BigDecimal value,
        @Nullable String shown,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal target,
        IndicatorDefinition.@Nullable Is is,
        @Nullable Boolean met,
        @Nullable String basis,
        @Nullable String basisClause,
        Map<String, Map<String, Object>> breakdown,
        Map<String, @Nullable BigDecimal> districts,
        long late,
        boolean frozen,
        @Nullable LocalDate freezesAfter,
        List<String> notes) {

    static final String NO_DATA_YET = "NO_DATA_YET";
    static final String NO_CASES = "NO_CASES";
    static final String PLAN_NOT_SET = "PLAN_NOT_SET";
    static final String LATE_EVENTS = "LATE_EVENTS_OF_A_FROZEN_PERIOD";
    static final String NOTHING_TO_JUDGE = "NOTHING_TO_JUDGE";

    Figure frozenOnce() {
        return new Figure(
                indicator,
                measure,
                clauses,
                nameZh,
                name,
                period,
                from,
                to,
                district,
                group,
                unit,
                value,
                shown,
                numerator,
                denominator,
                target,
                is,
                met,
                basis,
                basisClause,
                breakdown,
                districts,
                late,
                true,
                freezesAfter,
                notes);
    }

    /// Whether the published part is the same: value, target and met.
    boolean tellsTheSameAs(Figure other) {
        return same(value, other.value) && same(target, other.target) && Objects.equals(met, other.met);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
