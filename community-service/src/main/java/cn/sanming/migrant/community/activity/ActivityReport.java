package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The day itself and the report on it (活动举办与总结).
@Component
class ActivityReport {

    private final RuleBook rules;

    /// How many came; `migrant_visitors` of them are migrant workers.
    record Came(
            @Nullable @Min(0) Integer visitors,
            @Nullable @Min(0) Integer migrantVisitors,
            @Nullable @Min(0) Integer reach) {

        @Nullable
        Attendance attendance() {
            return visitors == null
                    ? null
                    : new Attendance(visitors, migrantVisitors == null ? 0 : migrantVisitors, reach);
        }
    }

    record Report(
            @Nullable @Min(0) Integer visitors,
            @Nullable @Min(0) Integer migrantVisitors,
            @Nullable @Min(0) Integer reach,
            @Nullable @Size(max = 2000) String report) {

        Came came() {
            return new Came(visitors, migrantVisitors, reach);
        }
    }

    record CheckIn(@NotEmpty List<WorkerId> personIds) {}

    ActivityReport(RuleBook rules) {
        this.rules = rules;
    }

    /// The last day for the report as it is shown; nothing before the activity, nor where the calendar ends.
    @Nullable
    LocalDate shownReportBy(Activity activity) {
        boolean over = activity.file().is(ActivityState.HELD, ActivityState.REPORTED);
        var latest = activity.heldOn().plusMonths(1);
        return over && rules.context().calendar().years().contains(latest.getYear()) ? reportBy(activity) : null;
    }

    /// The last day for the report.
    LocalDate reportBy(Activity activity) {
        var ruleContext = rules.context();
        var days = ruleContext.on(activity.heldOn(), activity.file().district()).integer("culture.report_wd");
        return ruleContext.calendar().workingDaysAfter(activity.heldOn(), days);
    }

    static Verdict hold(Activity activity, Came body, CommandContext context) {
        return sane(body)
                .require(
                        !activity.heldOn().isAfter(context.today()),
                        Reason.of("NOT_HELD_YET").required("from " + activity.heldOn(), context.today()))
                .then(() -> activity.hold(body.attendance(), context));
    }

    static Verdict checkIn(Activity activity, CheckIn body, CommandContext context) {
        var persons = body.personIds().stream().map(WorkerId::value).toList();
        return Verdict.guards()
                .require(
                        activity.file().is(ActivityState.ANNOUNCED, ActivityState.HELD),
                        Reason.of("NOT_OPEN")
                                .required("ANNOUNCED, HELD", activity.file().state()))
                .require(
                        !activity.heldOn().isAfter(context.today()),
                        Reason.of("NOT_HELD_YET").required("from " + activity.heldOn(), context.today()))
                .require(
                        persons.stream().allMatch(activity.line()::hasPlace), Reason.at("/person_ids", "HAS_NO_TICKET"))
                .then(() -> activity.checkIn(persons));
    }

    static Verdict attendance(Activity activity, Came body, CommandContext context) {
        var said = body.attendance();
        return sane(body)
                .require(activity.file().is(ActivityState.HELD), Reason.of("NOT_HELD_YET"))
                .require(said != null, Reason.at("/visitors", "ATTENDANCE_RECORDED"))
                .then(() -> activity.attended(said == null ? Attendance.NOBODY : said));
    }

    /// Within the working days after the day it was held; a later one is refused, the activity itself stays held.
    Verdict report(Activity activity, Report body, CommandContext context) {
        var said = body.came().attendance() == null
                ? attended(activity)
                : body.came().attendance();
        var by = reportBy(activity);
        var guards = sane(body.came())
                .require(
                        said != null,
                        Reason.at("/visitors", "ATTENDANCE_RECORDED").clause("machine Activity: attendance recorded"));
        boolean late = context.today().isAfter(by);
        guards.require(
                !late,
                Reason.of("REPORT_DAYS")
                        .clause("machine Activity: within 5 working days")
                        .required(by, context.today()));
        if (guards.hold() && said != null) {
            activity.report(said, body.report(), context);
        }
        return guards.verdict(late ? Kind.DEADLINE_PASSED : Kind.GUARD_FAILED);
    }

    /// What was said before, or the ticket holders who were checked in.
    private static @Nullable Attendance attended(Activity activity) {
        return activity.attendance() != null || activity.present().isEmpty()
                ? activity.attendance()
                : activity.counted();
    }

    private static Verdict.Guards sane(Came body) {
        int visitors = body.visitors() == null ? 0 : body.visitors();
        int migrants = body.migrantVisitors() == null ? 0 : body.migrantVisitors();
        return Verdict.guards()
                .require(
                        migrants <= visitors,
                        Reason.at("/migrant_visitors", "MORE_MIGRANTS_THAN_VISITORS")
                                .required(visitors, migrants));
    }
}
