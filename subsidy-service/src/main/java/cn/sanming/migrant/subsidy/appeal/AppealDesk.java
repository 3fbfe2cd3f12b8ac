package cn.sanming.migrant.subsidy.appeal;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.appeal.Reviews.Standing;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window for appeals: against the decision that stands, in time, decided by an officer who had no part in it.
@Component
class AppealDesk {

    static final Command<Appeal, NewAppeal> OPEN = Command.of("openSubsidyAppeal", NewAppeal.class);
    static final Command<Appeal, Command.Because> UPHOLD = Command.because("upholdSubsidyAppeal");
    static final Command<Appeal, Command.Because> DISMISS = Command.because("dismissSubsidyAppeal");
    static final Command<Appeal, Command.Nothing> WITHDRAW = Command.of("withdrawSubsidyAppeal");

    static final String PATH = "/api/v1/subsidies/appeals";

    private final Cases cases;
    private final CaseDefinition<Appeal> definition;
    private final Reviews reviews;
    private final RuleBook rules;

    record NewAppeal(
            String applicationId,
            int decisionNumber,
            @NotBlank @Size(max = 2000) String grounds) {}

    AppealDesk(Cases cases, Reviews reviews, RuleBook rules) {
        this.cases = cases;
        this.reviews = reviews;
        this.rules = rules;
        this.definition = cases.define(Appeal.class, "SubsidyAppeal", PATH)
                .opens(OPEN, Set.of("WORKER", "EMPLOYER", "AGENCY"), this::file)
                .on(UPHOLD, this::uphold)
                .on(DISMISS, this::dismiss)
                .on(WITHDRAW)
                .firm("APPELLANT", "appellant", Appeal::appellant)
                .person("APPELLANT", "appellant", Appeal::appellant)
                .filter("application_id", "applicationId")
                .shownAs(AppealView.class, AppealView::of);
    }

    private Outcome<Appeal> file(NewAppeal wanted, CommandContext context) {
        var found = reviews.of(wanted.applicationId())
                .filter(against -> isApplicant(against, context.actor()))
                .orElse(null);
        if (found == null) {
            return Outcome.notFound();
        }
        var decidedOn = found.decidedOn();
        if (decidedOn == null || found.number() != wanted.decisionNumber()) {
            return Outcome.refused(
                    Refusal.Kind.GUARD_FAILED,
                    Reason.at("/decision_number", "NOT_THE_DECISION_THAT_STANDS")
                            .required(found.number(), wanted.decisionNumber()));
        }
        var id = Appeal.idOf(found.applicationId(), found.number());
        if (cases.find(definition, id).isPresent()) {
            return Outcome.duplicate(PATH + "/" + id, Reason.of("APPEALED_ALREADY"));
        }
        if (!found.open()) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("DECISION_IS_FINAL"));
        }
        var last = lastDay(decidedOn);
        return context.today().isAfter(last)
                ? Outcome.refused(
                        Refusal.Kind.DEADLINE_PASSED,
                        Reason.of("APPEAL_TOO_LATE").required(last, context.today()))
                : Outcome.created(Appeal.filed(found, wanted.grounds(), context), "");
    }

    private static boolean isApplicant(Standing against, Actor actor) {
        return against.applicantId().equals(actor.workerId())
                || against.applicantId().equals(actor.creditCode());
    }

    private LocalDate lastDay(LocalDate decidedOn) {
        int days = rules.context().on(decidedOn).integer("subsidy.appeal.within_days");
        return rules.calendar().calendarDaysAfter(decidedOn, days);
    }

    private Verdict uphold(Appeal appeal, Command.Because why, CommandContext context) {
        var objection = objection(appeal, context);
        if (objection instanceof Verdict.Refused) {
            return objection;
        }
        return switch (reviews.again(appeal.applicationId(), appeal.id(), why.reason(), context)) {
            case Outcome.Done<String>(String as) -> decide(appeal, why, as, context);
            case Outcome.Created<String>(String as, var place) -> decide(appeal, why, as, context);
            case Outcome.Refused<String>(Refusal refusal) -> new Verdict.Refused(refusal);
        };
    }

    private static Verdict decide(Appeal appeal, Command.Because why, String as, CommandContext context) {
        appeal.decided(why.reason(), as, context);
        return Verdict.granted();
    }

    private Verdict dismiss(Appeal appeal, Command.Because why, CommandContext context) {
        var objection = objection(appeal, context);
        if (objection instanceof Verdict.Granted) {
            appeal.decided(why.reason(), null, context);
        }
        return objection;
    }

    /// Nobody judges a decision of their own.
    private Verdict objection(Appeal appeal, CommandContext context) {
        boolean involved = reviews.of(appeal.applicationId())
                .map(Standing::by)
                .filter(by -> by.contains(context.actor().id()))
                .isPresent();
        return involved ? Verdict.refused(Refusal.Kind.FOUR_EYES, Reason.of("FOUR_EYES")) : Verdict.granted();
    }
}
