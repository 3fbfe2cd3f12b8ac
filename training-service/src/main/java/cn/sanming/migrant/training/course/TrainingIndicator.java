package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The indicator of measure 5 (考核指标) against its target: 5,000 person-times, and 5,000 itself suffices.
@PolicyRule(
        id = "INDICATOR",
        measure = "M05",
        zh = "培训人次指标",
        en = "Indicator of training person-times",
        clause = "measure 5: 5000人次以上")
final class TrainingIndicator implements Rule<TrainingIndicator.Facts, TrainingIndicator.Finding> {

    private static final String OWN = "IND-05-A";

    record Facts(String indicator, long value, @Nullable Integer year) {}

    record Finding(int target, boolean met) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        if (!facts.indicator().equals(OWN)) {
            throw new UnfitFacts(Reason.at("/indicator", "INVALID_CHOICE").required(OWN, facts.indicator()));
        }
        var on = facts.year() == null ? context.today() : LocalDate.of(facts.year(), 12, 31);
        int target = context.on(on).integer("training.annual_target");
        var met = context.step("measure 5", "person-times of the year", target, facts.value(), facts.value() >= target);
        return new Finding(target, met);
    }
}
