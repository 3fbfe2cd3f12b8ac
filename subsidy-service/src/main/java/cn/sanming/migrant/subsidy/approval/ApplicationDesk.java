package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import cn.sanming.migrant.subsidy.assessment.Admission;
import cn.sanming.migrant.subsidy.assessment.Assessor;
import cn.sanming.migrant.subsidy.assessment.Deadlines;
import cn.sanming.migrant.subsidy.claim.Assessment;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.claim.Forecast;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for subsidies: six kinds, one procedure. Money is reserved before an application is approved.
@Component
public class ApplicationDesk {

    public static final Command<SubsidyApplication, Claim> OPEN = Command.of("openSubsidyApplication", Claim.class);
    public static final Command<SubsidyApplication, Command.Nothing> SUBMIT = Command.of("submitSubsidyApplication");
    public static final Command<SubsidyApplication, Missing> RETURN =
            Command.of("returnSubsidyApplication", Missing.class);
    public static final Command<SubsidyApplication, Resubmission> RESUBMIT =
            Command.of("resubmitSubsidyApplication", Resubmission.class);
    public static final Command<SubsidyApplication, Command.Nothing> ACCEPT = Command.of("acceptSubsidyApplication");
    public static final Command<SubsidyApplication, Command.Nothing> REVIEW_PASS =
            Command.of("reviewPassSubsidyApplication");
    public static final Command<SubsidyApplication, Rejection> REJECT =
            Command.of("rejectSubsidyApplication", Rejection.class);
    public static final Command<SubsidyApplication, Command.Nothing> PUBLICISE =
            Command.of("publiciseSubsidyApplication");
    public static final Command<SubsidyApplication, Command.Because> OBJECT =
            Command.because("objectSubsidyApplication");
    public static final Command<SubsidyApplication, Command.Nothing> APPROVE = Command.of("approveSubsidyApplication");
    public static final Command<SubsidyApplication, Amount> PAY = Command.of("paySubsidyApplication", Amount.class);
    public static final Command<SubsidyApplication, Cause> SUSPEND =
            Command.of("suspendSubsidyApplication", Cause.class);
    public static final Command<SubsidyApplication, Command.Nothing> RESUME = Command.of("resumeSubsidyApplication");
    public static final Command<SubsidyApplication, Cause> DROP_LINES =
            Command.of("dropLinesSubsidyApplication", Cause.class);
    public static final Command<SubsidyApplication, Command.Nothing> WITHDRAW =
            Command.of("withdrawSubsidyApplication");
    public static final Command<SubsidyApplication, Command.Because> CLAW_BACK =
            Command.because("clawBackSubsidyApplication");
    public static final Command<SubsidyApplication, Amount> REPAY = Command.of("repaySubsidyApplication", Amount.class);
    public static final Command<SubsidyApplication, Command.Nothing> CONFIRM_RECEIPT =
            Command.of("confirmReceiptSubsidyApplication", Command.Nothing.class);
    public static final Command<SubsidyApplication, Cashier.Said> DISPUTE_RECEIPT =
            Command.of("disputeReceiptSubsidyApplication", Cashier.Said.class);
    public static final Command<SubsidyApplication, Cashier.Found> ANSWER_DISPUTE =
            Command.of("answerDisputeSubsidyApplication", Cashier.Found.class);

    private final Cases cases;
    private final CaseDefinition<SubsidyApplication> definition;
    private final Admission admission;
    private final Assessor assessor;
    private final Approvals approvals;
    private final RuleBook rules;
    private final Cashier cashier;

    public record Missing(List<String> missing) {}

    public record Resubmission(@Nullable Claim claim) {}

    public record Rejection(List<String> reasons) {}

    public record Amount(Money amount) {}

    public record Cause(String employerUscc, String eventId) {}

    public ApplicationDesk(
            Cases cases,
            Admission admission,
            Assessor assessor,
            Approvals approvals,
            RuleBook rules,
            Cashier cashier,
            Deadlines deadlines) {
        this.cases = cases;
        this.admission = admission;
        this.assessor = assessor;
        this.approvals = approvals;
        this.rules = rules;
        this.cashier = cashier;
        this.definition = cases.define(SubsidyApplication.class, "SubsidyApplication", Claim.PATH)
                .opens(OPEN, Set.of("WORKER", "EMPLOYER", "AGENCY"), this::draft)
                .on(SUBMIT, this::submit)
                .on(RETURN, (application, body, _) -> application.giveBack(body.missing()))
                .on(RESUBMIT, this::resubmit)
                .on(ACCEPT)
                .on(REVIEW_PASS, this::review)
                .on(REJECT, this::reject)
                .on(PUBLICISE, SubsidyApplication::publicise)
                .on(OBJECT)
                .on(APPROVE, approvals::approve)
                .on(PAY, this::pay)
                .on(SUSPEND, this::suspend)
                .on(RESUME)
                .notes(DROP_LINES, Set.of("SYSTEM"), this::dropLines)
                .on(WITHDRAW)
                .on(CLAW_BACK, this::clawBack)
                .on(REPAY, this::repay)
                .notes(CONFIRM_RECEIPT, Set.of("APPLICANT"), Cashier::confirm)
                .notes(DISPUTE_RECEIPT, Set.of("APPLICANT"), Cashier::dispute)
                .notes(ANSWER_DISPUTE, Set.of("FINANCE_OFFICER"), Cashier::answer)
                .firm("APPLICANT", "applicantId", SubsidyApplication::applicantId)
                .person("APPLICANT", "applicantId", SubsidyApplication::applicantId)
                .filter("applicant_id", "applicantId")
                .filter("kind", "claim.kind")
                .shownAs(
                        ApplicationView.class,
                        application -> ApplicationView.of(application, deadlines.of(application)));
    }

    private Outcome<SubsidyApplication> draft(Claim claim, CommandContext context) {
        var actor = context.actor();
        var applicant = claim.kind().personal() ? actor.workerId() : actor.creditCode();
        var objection = admission.objection(claim, applicant, null);
        if (objection != null || applicant == null) {
            return objection == null
                    ? Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SUBSIDY"))
                    : new Outcome.Refused<>(objection);
        }
        var certificate = admission
                .entitlement(claim, applicant)
                .map(Entitlement::certificate)
                .orElse(null);
        return Outcome.created(SubsidyApplication.draft(applicant, claim, certificate, context), "");
    }

    private Verdict submit(SubsidyApplication application, CommandContext context) {
        var claim = application.claim();
        var applicant = application.applicantId();
        var forecast = Forecast.of(
                assess(application, context), day -> assessor.assess(application.id(), applicant, claim, day));
        var wanted =
                claim.startup() != null ? claim.startup().requested() : forecast.eligible() ? forecast.amount() : null;
        return ApplicationEffects.submitted(
                application,
                application.submit(
                        admission.listed(claim, applicant),
                        admission.banned(applicant, context.today()),
                        wanted,
                        forecast,
                        context));
    }

    private Verdict resubmit(SubsidyApplication application, Resubmission body, CommandContext context) {
        var objection = body.claim() == null
                ? null
                : admission.objection(body.claim(), application.applicantId(), application.id());
        return objection == null ? application.resubmit(body.claim()) : new Verdict.Refused(objection);
    }

    /// Publicity begins as soon as an application has passed its review.
    private Verdict review(SubsidyApplication application, CommandContext context) {
        return application
                .review(assess(application, context), context)
                .then(PUBLICISE.on(application.id(), new Command.Nothing()));
    }

    private Verdict reject(SubsidyApplication application, Rejection body, CommandContext context) {
        return application.reject(body.reasons(), assess(application, context), context);
    }

    private Assessment assess(SubsidyApplication application, CommandContext context) {
        return assessor.assess(
                application.id(), application.applicantId(), application.claim(), application.appliedOn(context));
    }

    private Verdict pay(SubsidyApplication application, Amount body, CommandContext context) {
        return ApplicationEffects.paid(application, cashier.pay(application, body.amount(), context));
    }

    private Verdict repay(SubsidyApplication application, Amount body, CommandContext context) {
        return ApplicationEffects.moved(application, cashier.repay(application, body.amount(), context));
    }

    private static boolean atBank(SubsidyApplication application) {
        var payout = application.payout();
        return payout != null && payout.atBank();
    }

    private Verdict suspend(SubsidyApplication application, Cause body, CommandContext context) {
        if (atBank(application)) {
            return Verdict.guardFailed("MONEY_IS_AT_THE_BANK");
        }
        return ApplicationEffects.moved(application, application.suspend(body.employerUscc(), body.eventId(), context));
    }

    /// An approved agency reward goes on without the persons placed at a listed employer.
    private Verdict dropLines(SubsidyApplication application, Cause body, CommandContext context) {
        if (!application.file().is(State.APPROVED)) {
            return Verdict.guardFailed("NOT_APPROVED");
        }
        if (atBank(application)) {
            return Verdict.guardFailed("MONEY_IS_AT_THE_BANK");
        }
        return ApplicationEffects.moved(application, approvals.reserve(application, context));
    }

    private Verdict clawBack(SubsidyApplication application, Command.Because why, CommandContext context) {
        int months = rules.context().on(context.today()).integer("subsidy.fraud.ban_months");
        var until = Dates.addMonths(context.today(), months);
        return ApplicationEffects.clawedBack(application, until, application.clawBack(context));
    }

    public CaseDefinition<SubsidyApplication> definition() {
        return definition;
    }
}
