package cn.sanming.migrant.training.policy;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The last day of a time limit in working days (工作日期限); the first day is never counted; Civil Code art. 201.
@PolicyRule(
        id = "WORKING_DAYS",
        measure = "M06",
        zh = "工作日期限",
        en = "Deadline in working days",
        clause = "Civil Code art. 201")
public final class WorkingDayDeadline implements Rule<WorkingDayDeadline.Facts, WorkingDayDeadline.Finding> {

    /// @param workingDays how many; without it the parameter named is read
    public record Facts(
            @Nullable String parameter,
            LocalDate from,
            @Nullable @PositiveOrZero Integer workingDays) {}

    public record Finding(LocalDate deadline) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        int days = facts.workingDays() == null
                ? context.on(facts.from())
                        .integer(facts.parameter() == null ? "training.certificate_wd" : facts.parameter())
                : facts.workingDays();
        var deadline = context.calendar().workingDaysAfter(facts.from(), days);
        context.step("Civil Code art. 201", "working days after the first day", days, deadline, true);
        return new Finding(deadline);
    }
}
