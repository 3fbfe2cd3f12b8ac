package cn.sanming.migrant.training.policy;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How long results stay open to objection (公示期), and the first day on which the next step may follow; measure 7.
@PolicyRule(
        id = "PUBLICITY_PERIOD",
        measure = "M07",
        zh = "竞赛结果公示期",
        en = "Publicity period of results",
        clause = "measure 7; Civil Code art. 201")
public final class PublicityPeriod implements Rule<PublicityPeriod.Facts, PublicityPeriod.Finding> {

    public record Facts(
            LocalDate publicisedOn, @Nullable @Positive Integer workingDays) {}

    public record Finding(LocalDate lastDay, LocalDate earliestClose) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        int days = facts.workingDays() == null
                ? context.on(facts.publicisedOn()).integer("training.competition.publicity_wd")
                : facts.workingDays();
        var last = context.calendar().workingDaysAfter(facts.publicisedOn(), days);
        var next = context.calendar().workingDaysAfter(last, 1);
        context.step("measure 7", "working days of publicity", days, last, true);
        return new Finding(last, next);
    }
}
