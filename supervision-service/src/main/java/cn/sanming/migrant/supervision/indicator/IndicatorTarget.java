package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.rules.Grounds;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.UnfitFacts;
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
    public Finding decide(Facts facts, Grounds grounds) {
        var card = indicators
                .find(facts.indicator())
                .orElseThrow(() -> new UnfitFacts(Reason.at("/indicator", "UNKNOWN_INDICATOR")));
        var mayBeBeaten =
                card.value().kind() == Card.How.PLANNED || card.value().kind() == Card.How.PLANNED_DISTINCT;
        if (card.unit() == Card.Unit.RATIO && !mayBeBeaten && facts.value().compareTo(BigDecimal.ONE) > 0) {
            throw new UnfitFacts(Reason.at("/value", "RATIO_EXPECTED").required("0..1", facts.value()));
        }
        var target = target(card, facts, grounds);
        if (card.target() == null || target == null) {
            grounds.step(clauses(card), "monitored without a target", card.goal(), facts.value(), true);
            return new Finding(null, null);
        }
        var is = card.target().is();
        var met = Targets.met(is, Quotient.of(facts.value()), Quotient.of(target));
        grounds.step(clauses(card), card.formula(), is + " " + target.toPlainString(), facts.value(), met);
        return new Finding(target, met);
    }

    private static @Nullable BigDecimal target(Card card, Facts facts, Grounds grounds) {
        if (card.target() == null) {
            return null;
        }
        if (card.target().is() == Card.Is.RISING) {
            return facts.previous();
        }
        var day = facts.period() == null
                ? grounds.today()
                : Period.parse(card.period(), facts.period())
                        .orElseThrow(() -> new UnfitFacts(Reason.at("/period", "UNFIT_PERIOD")
                                .required(card.period().form(), facts.period())))
                        .to();
        return card.target().parameter() == null
                ? null
                : grounds.on(day).decimal(card.target().parameter());
    }

    private static String clauses(Card card) {
        return String.join(", ", card.clauses());
    }
}
