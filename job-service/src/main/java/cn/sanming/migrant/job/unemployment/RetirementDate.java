package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The statutory retirement date (法定退休日期) under the gradual delay since 2025-01-01; decision of the NPC Standing
/// Committee of 2024-09-13.
@PolicyRule(
        id = "RETIREMENT_DATE",
        measure = "M02",
        zh = "渐进式延迟法定退休日期",
        en = "Statutory retirement date",
        clause = "NPCSC decision of 2024-09-13")
final class RetirementDate implements Rule<RetirementDate.Facts, RetirementDate.Finding> {

    record Facts(
            LocalDate birthDate,
            Retirement.Category category,
            @Nullable LocalDate on) {}

    /// @param retired whether the day has been reached, when the facts name a day
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finding(LocalDate retirementDate, @Nullable Boolean retired) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var date = Retirement.date(facts.birthDate(), facts.category());
        if (facts.on() == null) {
            return new Finding(date, null);
        }
        var retired = context.step(
                "NPCSC decision of 2024-09-13",
                "the retirement date has been reached",
                date,
                facts.on(),
                !date.isAfter(facts.on()));
        return new Finding(date, retired);
    }
}
