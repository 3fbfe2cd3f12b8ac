package cn.sanming.migrant.gateway.reference;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;

/// The last day of a procedural period of calendar days (日历日); a rest day at its end rolls to the next working day.
@PolicyRule(
        id = "CALENDAR_DAYS",
        measure = "M00",
        zh = "日历日期限计算",
        en = "Deadline in calendar days",
        clause = "民法典第二百零一条、第二百零三条")
final class CalendarDays implements Rule<CalendarDays.Facts, CalendarDays.Finding> {

    record Facts(LocalDate from, @Min(0) @Max(3660) int calendarDays) {}

    record Finding(LocalDate deadline) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var last = facts.from().plusDays(facts.calendarDays());
        context.step(
                "民法典第二百零一条",
                "the first day is not counted",
                facts.calendarDays() + " days after " + facts.from(),
                last,
                true);
        var deadline = context.calendar().rolled(last);
        context.step("民法典第二百零三条", "a last day that is a rest day ends on the next working day", last, deadline, true);
        return new Finding(deadline);
    }
}
