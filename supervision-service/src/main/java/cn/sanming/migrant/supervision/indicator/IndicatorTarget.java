package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Whether a value reaches the target of its indicator (指标达标); 以上 includes the number itself.
@PolicyRule(
        id = "INDICATOR",
        measure = "M20",
        zh = "指标是否达标",
        en = "Whether an indicator meets its target",
        clause = "M20.3; 民法典第1259条")
final class IndicatorTarget implements Rule<IndicatorTarget.Facts, IndicatorTarget.Finding> {

    private final Indicators indicators;

    /// @param value    a ratio is written as a decimal: 89.39% is 0.8939
    /// @param previous the value of the period before, for a target that rises
    record Facts(
            String indicator,
            BigDecimal value,
            @Nullable String period,
            @Nullable BigDecimal previous) {}

    /// Both are absent where an indicator is only watched.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Finding(@Nullable BigDecimal target, @Nullable Boolean met) {}

    IndicatorTarget(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var definition = indicators
                .find(facts.indicator())
                .orElseThrow(() -> new UnfitFacts(Reason.at("/indicator", "UNKNOWN_INDICATOR")));
        var mayBeBeaten = definition.value().kind() == IndicatorDefinition.How.PLANNED
                || definition.value().kind() == IndicatorDefinition.How.PLANNED_DISTINCT;
        if (definition.unit() == IndicatorDefinition.Unit.RATIO
                && !mayBeBeaten
                && facts.value().compareTo(BigDecimal.ONE) > 0) {
            throw new UnfitFacts(Reason.at("/value", "RATIO_EXPECTED").required("0..1", facts.value()));
        }
        var target = target(definition, facts, context);
        if (definition.target() == null || target == null) {
            context.step(clauses(definition), "monitored without a target", definition.goal(), facts.value(), true);
            return new Finding(null, null);
        }
        var is = definition.target().is();
        var met = Targets.met(is, Quotient.of(facts.value()), Quotient.of(target));
        context.step(clauses(definition), definition.formula(), is + " " + target.toPlainString(), facts.value(), met);
        return new Finding(target, met);
    }

    private static @Nullable BigDecimal target(IndicatorDefinition definition, Facts facts, RuleContext context) {
        if (definition.target() == null) {
            return null;
        }
        if (definition.target().is() == IndicatorDefinition.Is.RISING) {
            return facts.previous();
        }
        var day = facts.period() == null
                ? context.today()
                : Period.parse(definition.period(), facts.period())
                        .orElseThrow(() -> new UnfitFacts(Reason.at("/period", "UNFIT_PERIOD")
                                .required(definition.period().form(), facts.period())))
                        .to();
        return definition.target().parameter() == null
                ? null
                : context.on(day).decimal(definition.target().parameter());
    }

    private static String clauses(IndicatorDefinition definition) {
        return String.join(", ", definition.clauses());
    }
}
