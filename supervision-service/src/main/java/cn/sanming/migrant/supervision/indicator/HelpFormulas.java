package cn.sanming.migrant.supervision.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How measures 17 to 20 are counted: disputes, legal aid, budgets, payments and the work of supervision itself.
final class HelpFormulas {

    private HelpFormulas() {}

    /// IND-17-A: of the fast-track disputes that ended, those that ended within 30 days.
    static List<CountedFact> fastTrack(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var accepted = evidence.last("legalaid.dispute.accepted");
        var end = endOf(evidence);
        if (accepted == null || !accepted.is("fast_track") || end == null) {
            return List.of();
        }
        var limit = policyFigures.calendarDays(accepted.date("accepted_on"), "dispute.decide.fast_days");
        return List.of(CountedFact.on("disputes", end.day(), accepted, end.fact())
                .hit(!end.day().isAfter(limit))
                .group(end.mediated() ? "MEDIATED" : "AWARDED"));
    }

    /// IND-17-B: disputes past the statutory days (调解仲裁法 art. 43), by the alarm or by what the end shows.
    static List<CountedFact> statutoryLimit(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        var accepted = evidence.last("legalaid.dispute.accepted");
        var end = endOf(evidence);
        var alarm = evidence.where(
                        "legalaid.dispute.overdue", fact -> fact.text("limit").equals("STATUTORY"))
                .findFirst()
                .orElse(null);
        if (accepted != null) {
            items.add(CountedFact.on("accepted", accepted.date("accepted_on"), accepted));
        }
        if (alarm != null) {
            items.add(CountedFact.on("overdue", alarm.date("decide_by").plusDays(1), accepted, alarm));
        } else if (accepted != null && end != null) {
            var day = accepted.date("accepted_on");
            var last = policyFigures
                    .calendar()
                    .calendarDaysAfter(
                            day,
                            policyFigures.figure("dispute.decide.statutory_days", day)
                                    + policyFigures.figure("dispute.decide.extend_days", day));
            if (end.day().isAfter(last)) {
                items.add(CountedFact.on("overdue", last.plusDays(1), accepted, end.fact()));
            }
        }
        return items;
    }

    /// IND-17-C: of the disputes that ended, those that ended by agreement.
    static List<CountedFact> mediation(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var end = endOf(evidence);
        return end == null
                ? List.of()
                : List.of(CountedFact.on("disputes", end.day(), end.fact()).hit(end.mediated()));
    }

    private record End(Fact fact, LocalDate day, boolean mediated) {}

    private static @Nullable End endOf(Evidence evidence) {
        var mediated = evidence.first("legalaid.dispute.mediated");
        var awarded = evidence.first("legalaid.dispute.awarded");
        var byAgreement = mediated == null ? null : new End(mediated, mediated.date("closed_on"), true);
        var byAward = awarded == null ? null : new End(awarded, awarded.date("awarded_on"), false);
        if (byAgreement == null || byAward == null) {
            return byAgreement == null ? byAward : byAgreement;
        }
        return byAward.day().isBefore(byAgreement.day()) ? byAward : byAgreement;
    }

    /// IND-18-A: review and assignment by the days of the law; beside it by the shorter days migrants are promised.
    static List<CountedFact> aidSteps(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        var submitted = evidence.first("legalaid.application.submitted");
        var granted = evidence.first("legalaid.application.granted");
        var refused = evidence.first("legalaid.application.refused");
        if (submitted != null) {
            var decided = granted != null ? granted : refused;
            var day =
                    granted != null ? granted.date("granted_on") : refused != null ? refused.date("refused_on") : null;
            var last = policyFigures.calendarDays(submitted.date("submitted_on"), "legalaid.review_days");
            items.addAll(step("REVIEW", last, submitted.date("review_by"), day, submitted, decided));
        }
        if (granted != null) {
            var assigned = evidence.first("legalaid.lawyer.assigned");
            var day = assigned == null ? null : assigned.date("assigned_on");
            var last = policyFigures.calendarDays(granted.date("granted_on"), "legalaid.assign_days");
            items.addAll(step("ASSIGNMENT", last, granted.date("assign_by"), day, granted, assigned));
        }
        return items;
    }

    private static List<CountedFact> step(
            String name, LocalDate last, LocalDate promised, @Nullable LocalDate done, @Nullable Fact... basis) {
        return List.of(
                Deadline.met("steps", last, done, basis).named(name).group(name),
                Deadline.met("priority", promised, done, basis).named(name).group(name));
    }

    /// IND-18-E: a group is visited within two working days of asking.
    static List<CountedFact> groupVisits(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var scheduled = evidence.last("legalaid.visit.scheduled");
        if (scheduled == null) {
            return List.of();
        }
        var limit = policyFigures.workingDays(scheduled.date("requested_on"), "legalaid.visit_schedule_wd");
        var day = scheduled.date("visit_on");
        return List.of(CountedFact.on("visits", day, scheduled).hit(!day.isAfter(limit)));
    }

    /// IND-19-A: what was paid, in the business year of its approval, of what was allocated.
    static List<CountedFact> budgetExecution(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        for (var allocated : evidence.all("supervision.budget.allocated")) {
            items.add(CountedFact.on("execution", LocalDate.of((int) allocated.number("year"), 1, 1), allocated)
                    .named(allocated.eventId())
                    .ratio(0, allocated.number("amount"))
                    .group(allocated.text("measure")));
        }
        var approved = evidence.last("subsidy.application.approved");
        var paid = evidence.last("subsidy.application.paid");
        if (paid != null) {
            var day = paid.date("paid_on");
            var year = approved == null
                    ? day.getYear()
                    : approved.date("approved_on").getYear();
            items.add(
                    CountedFact.on("execution", year < day.getYear() ? LocalDate.of(year, 12, 31) : day, paid, approved)
                            .ratio(paid.number("amount"), 0)
                            .group(SubsidyKind.measureOf(paid.text("kind"))));
        } else if (approved != null && isStanding(approved, evidence)) {
            items.add(CountedFact.on("committed", approved.date("approved_on"), approved)
                    .amount(approved.number("amount"))
                    .group(SubsidyKind.measureOf(approved.text("kind"))));
        }
        return items;
    }

    private static boolean isStanding(Fact approved, Evidence evidence) {
        return Stream.of("subsidy.application.suspended", "subsidy.application.rejected")
                .noneMatch(type -> evidence.where(type, fact -> fact.sequence() > approved.sequence())
                        .findAny()
                        .isPresent());
    }

    /// IND-19-B: working days from the first submission to the payment.
    static List<CountedFact> paymentTime(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var submitted = evidence.first("subsidy.application.submitted");
        var paid = evidence.last("subsidy.application.paid");
        if (submitted == null || paid == null) {
            return List.of();
        }
        var day = paid.date("paid_on");
        return List.of(CountedFact.on("payments", day, paid, submitted)
                .sample(policyFigures.calendar().workingDaysBetween(submitted.day(), day))
                .group(SubsidyKind.measureOf(paid.text("kind"))));
    }

    /// IND-20-A and IND-20-B: work of the units, closed on time or not. A task may be cancelled without a word, so
    /// only what was reported overdue counts against it; a rectification may not.
    static List<CountedFact> dueWork(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var part = definition.value().part();
        var closed = lastOf(evidence, "supervision.task.closed", "supervision.rectification.closed");
        var overdue = lastOf(evidence, "supervision.task.overdue", "supervision.rectification.issued");
        var known = overdue == null ? evidence.last("supervision.task.assigned") : overdue;
        if (closed != null && closed.is("on_time")) {
            return List.of(CountedFact.on(part, closed.date("closed_on"), closed, known)
                    .hit(true));
        }
        if (overdue != null || closed != null && known != null) {
            return List.of(Deadline.met(part, known.date("due_on"), null, known, closed));
        }
        return closed == null
                ? List.of()
                : List.of(CountedFact.on(part, closed.date("closed_on"), closed).hit(false));
    }

    private static @Nullable Fact lastOf(Evidence evidence, String... types) {
        return evidence.all(types).stream().reduce((_, later) -> later).orElse(null);
    }
}
