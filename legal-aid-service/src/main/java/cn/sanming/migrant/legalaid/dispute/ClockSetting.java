package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.arbitration.ArbitrationDeadlines;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sets the clocks of a dispute with the figures in force on the day they start.
@Component
class ClockSetting {

    private final RuleBook rules;
    private final ArbitrationDeadlines deadlines;

    ClockSetting(RuleBook rules, ArbitrationDeadlines deadlines) {
        this.rules = rules;
        this.deadlines = deadlines;
    }

    Clocks submitted(LocalDate submittedOn, LocalDate startedOn) {
        var found = deadlines(startedOn, null);
        return new Clocks(submittedOn, startedOn, found.acceptByFast(), found.acceptByStatutory(), null);
    }

    Clocks.Running accepted(Clocks clocks, LocalDate acceptedOn) {
        var found = deadlines(clocks.startedOn(), acceptedOn);
        var ruleContext = rules.context();
        var serveBy = ruleContext
                .calendar()
                .workingDaysAfter(acceptedOn, ruleContext.on(acceptedOn).integer("dispute.serve_wd"));
        return new Clocks.Running(
                acceptedOn,
                serveBy,
                null,
                answerBy(serveBy),
                false,
                found.decideByFast(),
                found.decideByStatutory(),
                found.decideByExtended(),
                false);
    }

    LocalDate answerBy(LocalDate servedOn) {
        var ruleContext = rules.context();
        return ruleContext
                .calendar()
                .workingDaysAfter(servedOn, ruleContext.on(servedOn).integer("dispute.answer_wd"));
    }

    LocalDate mediationUntil(LocalDate begun) {
        return calendarDays(begun, "dispute.mediation.days");
    }

    LocalDate sueUntil(LocalDate awardedOn) {
        return calendarDays(awardedOn, "dispute.sue_days");
    }

    LocalDate annulUntil(LocalDate awardedOn) {
        return calendarDays(awardedOn, "dispute.annul_days");
    }

    /// The first day a hearing may be held when it is announced today.
    LocalDate earliestHearing(LocalDate noticeOn) {
        var ruleContext = rules.context();
        return ruleContext
                .calendar()
                .workingDaysAfter(noticeOn, ruleContext.on(noticeOn).integer("dispute.hearing_notice_wd"));
    }

    private LocalDate calendarDays(LocalDate from, String days) {
        var ruleContext = rules.context();
        return ruleContext
                .calendar()
                .calendarDaysAfter(from, ruleContext.on(from).integer(days));
    }

    private ArbitrationDeadlines.Finding deadlines(LocalDate submitted, @Nullable LocalDate accepted) {
        return rules.decide(deadlines, new ArbitrationDeadlines.Facts(submitted, accepted))
                .result();
    }
}
