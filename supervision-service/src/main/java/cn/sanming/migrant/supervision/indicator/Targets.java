package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.Parameter;
import cn.sanming.migrant.platform.reference.ParameterMissing;
import cn.sanming.migrant.platform.reference.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The targets in force (目标值), with the clause each rests on; by the first day of the period, never by today.
@Component
final class Targets {

    private final Policy policy;

    /// @param basis P, V, M or A: how sure the figure is
    record Goal(BigDecimal value, IndicatorDefinition.Is is, String parameter, String basis, String clause) {}

    Targets(Policy policy) {
        this.policy = policy;
    }

    Optional<Goal> of(IndicatorDefinition definition, LocalDate on) {
        var target = definition.target();
        if (target == null || target.parameter() == null) {
            return Optional.empty();
        }
        try {
            var figures = policy.on(on);
            var value = figures.decimal(target.parameter());
            Parameter row = figures.used().getFirst();
            return Optional.of(new Goal(value, target.is(), row.id(), row.basis(), row.citation()));
        } catch (ParameterMissing notInForceYet) {
            return Optional.empty();
        }
    }

    /// How much there should be in a district or the city, if the plan says so.
    @Nullable
    BigDecimal plan(IndicatorDefinition definition, LocalDate on, @Nullable String district) {
        var parameter = definition.value().parameter();
        if (parameter == null) {
            return null;
        }
        var value = policy.on(on, district).moneyOrNull(parameter);
        return value == null ? null : value.amount();
    }

    /// Whether a value reaches its target.
    static boolean met(IndicatorDefinition.Is is, Quotient value, Quotient target) {
        return switch (is) {
            case AT_LEAST -> value.compareTo(target) >= 0;
            case AT_MOST -> value.compareTo(target) <= 0;
            case EXACTLY -> value.compareTo(target) == 0;
            case RISING -> value.compareTo(target) > 0;
        };
    }
}
