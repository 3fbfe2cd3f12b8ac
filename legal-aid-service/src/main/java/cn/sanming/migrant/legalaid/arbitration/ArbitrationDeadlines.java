package cn.sanming.migrant.legalaid.arbitration;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The clocks of an arbitration (仲裁时限): acceptance in working days after submission, the award in calendar days
/// after acceptance, rolled to a working day. Passing the fast limit is a matter of service, passing the statutory
/// one lets the applicant sue (art. 43).
@PolicyRule(
        id = "ARBITRATION_DEADLINES",
        measure = "M17",
        zh = "仲裁受理与审结期限",
        en = "Deadlines of acceptance and award",
        clause = "调解仲裁法第29条、第43条")
public final class ArbitrationDeadlines implements Rule<ArbitrationDeadlines.Facts, ArbitrationDeadlines.Finding> {

    public record Facts(LocalDate submittedOn, @Nullable LocalDate acceptedOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            LocalDate acceptByFast,
            LocalDate acceptByStatutory,
            @Nullable LocalDate decideByFast,
            @Nullable LocalDate decideByStatutory,
            @Nullable LocalDate decideByExtended) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.submittedOn());
        var calendar = context.calendar();
        var acceptFast = calendar.workingDaysAfter(facts.submittedOn(), figures.integer("dispute.accept.fast_wd"));
        var acceptByLaw =
                calendar.workingDaysAfter(facts.submittedOn(), figures.integer("dispute.accept.statutory_wd"));
        context.step("若干措施第17条", "fast track: accept by", acceptFast, facts.submittedOn(), true);
        context.step("调解仲裁法第29条", "by law: accept by", acceptByLaw, facts.submittedOn(), true);
        var accepted = facts.acceptedOn();
        if (accepted == null) {
            return new Finding(acceptFast, acceptByLaw, null, null, null);
        }
        int statutory = figures.integer("dispute.decide.statutory_days");
        var fast = calendar.calendarDaysAfter(accepted, figures.integer("dispute.decide.fast_days"));
        var byLaw = calendar.calendarDaysAfter(accepted, statutory);
        var extended = calendar.calendarDaysAfter(accepted, statutory + figures.integer("dispute.decide.extend_days"));
        context.step("若干措施第17条", "fast track: award by", fast, accepted, true);
        context.step("调解仲裁法第43条", "by law: award by", byLaw, accepted, true);
        context.step("调解仲裁法第43条", "extended once for a complex case: award by", extended, accepted, true);
        return new Finding(acceptFast, acceptByLaw, fast, byLaw, extended);
    }
}
