package cn.sanming.migrant.legalaid.duty;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/// When a month of duty (值班表) may be published: every calendar day has a lawyer, the rest days too (周末无休).
@PolicyRule(
        id = "DUTY_ROSTER",
        measure = "M18",
        zh = "法律咨询周末无休值班",
        en = "A lawyer on duty every day of the month",
        clause = "若干措施第18条：周末无休免费法律咨询服务")
public final class DutyRoster implements Rule<DutyRoster.Facts, DutyRoster.Finding> {

    /// The second name is written as on the wire: camel case would lose the article.
    public record Facts(YearMonth month, DutyDays days_with_a_lawyer) {}

    public record Finding(boolean publishable, List<LocalDate> gaps, List<LocalDate> restDaysOfTheMonth) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var month = facts.month();
        var slot = context.on(month.atDay(1)).text("legalaid.duty.slot");
        var gaps = facts.days_with_a_lawyer().gaps(month);
        var rest = IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .filter(context.calendar()::isRestDay)
                .toList();
        boolean complete = context.step("若干措施第18条", "every day has a lawyer in the slot", slot, gaps, gaps.isEmpty());
        return new Finding(complete, gaps, rest);
    }
}
