package cn.sanming.migrant.gateway.reference;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;

/// The corresponding day (对应日) so many months later, or the last day of a month that lacks it.
@PolicyRule(id = "ADD_MONTHS", measure = "M00", zh = "按月计算期间", en = "Period in months", clause = "民法典第二百零二条")
final class AddMonths implements Rule<AddMonths.Facts, AddMonths.Finding> {

    record Facts(LocalDate date, @Min(-1200) @Max(1200) int months) {}

    record Finding(LocalDate result) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var result = Dates.addMonths(facts.date(), facts.months());
        context.step(
                "民法典第二百零二条",
                "the corresponding day, or the last day of a month that lacks it",
                facts.months() + " months after " + facts.date(),
                result,
                true);
        return new Finding(result);
    }
}
