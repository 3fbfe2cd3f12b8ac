package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The deadlines of supervision (督查时限): plan, acknowledgement, monthly report, rectification, and the task that
/// follows from a RED alert. Whatever is not done on its last day is overdue from the next.
@PolicyRule(
        id = "TASK_DEADLINE",
        measure = "M20",
        zh = "督查任务时限",
        en = "Deadlines of plans, tasks, reports and rectifications",
        clause = "M20.1-M20.4; 民法典第201条、第203条")
public final class TaskDeadline implements Rule<TaskDeadline.Facts, TaskDeadline.Finding> {

    /// @param parameter the figure the deadline rests on, for information
    /// @param on        with `dueOn`: whether it is overdue on that day
    public record Facts(
            @Nullable YearMonth reportMonth,
            @Nullable LocalDate rectificationIssuedOn,
            @Nullable LocalDate policyStart,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate redAlertOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate on,
            @Nullable String parameter) {

        static Facts assigned(LocalDate day) {
            return new Facts(null, null, null, day, null, null, null, null);
        }

        static Facts redAlert(LocalDate day) {
            return new Facts(null, null, null, null, day, null, null, null);
        }

        static Facts start(LocalDate day) {
            return new Facts(null, null, day, null, null, null, null, null);
        }

        /// A rectification issued on this day, which its unit has to accept as well.
        public static Facts issued(LocalDate day) {
            return new Facts(null, day, null, day, null, null, null, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            @Nullable LocalDate reportBy,
            @Nullable LocalDate rectifyBy,
            @Nullable LocalDate planBy,
            @Nullable LocalDate acknowledgeBy,
            @Nullable LocalDate taskBy,
            @Nullable LocalDate overdueFrom,
            @Nullable Boolean overdue) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var asked = Stream.of(
                facts.reportMonth(),
                facts.rectificationIssuedOn(),
                facts.policyStart(),
                facts.assignedOn(),
                facts.redAlertOn(),
                facts.dueOn());
        if (asked.allMatch(Objects::isNull)) {
            throw new UnfitFacts(Reason.at("/", "NO_DEADLINE_NAMED"));
        }
        var report = facts.reportMonth() == null
                ? null
                : workingDays("M20.3", Dates.lastDayOf(facts.reportMonth()), "supervision.report_wd", context);
        var rectify = facts.rectificationIssuedOn() == null
                ? null
                : calendarDays("M20.4", facts.rectificationIssuedOn(), "supervision.rectify_days", context);
        var plan = facts.policyStart() == null
                ? null
                : calendarDays("M20.1", facts.policyStart(), "supervision.plan_days", context);
        var acknowledge = facts.assignedOn() == null
                ? null
                : workingDays("M20.2", facts.assignedOn(), "supervision.ack_wd", context);
        var task = facts.redAlertOn() == null
                ? null
                : workingDays("M15.8", facts.redAlertOn(), "supervision.red_task_wd", context);
        var from = facts.dueOn() == null ? null : facts.dueOn().plusDays(1);
        return new Finding(
                report,
                rectify,
                plan,
                acknowledge,
                task,
                from,
                from == null || facts.on() == null ? null : !facts.on().isBefore(from));
    }

    private static LocalDate workingDays(String clause, LocalDate from, String parameter, RuleContext context) {
        var days = context.on(from).integer(parameter);
        var last = context.calendar().workingDaysAfter(from, days);
        context.step(clause, days + " working days after " + from, parameter, last, true);
        return last;
    }

    private static LocalDate calendarDays(String clause, LocalDate from, String parameter, RuleContext context) {
        var days = context.on(from).integer(parameter);
        var last = context.calendar().calendarDaysAfter(from, days);
        context.step(
                clause, days + " calendar days after " + from + ", rolled to a working day", parameter, last, true);
        return last;
    }
}
