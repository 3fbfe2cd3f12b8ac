package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import cn.sanming.migrant.subsidy.appraisal.Entitlements;
import cn.sanming.migrant.subsidy.business.BusinessDesk;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for subsidies: six kinds, one procedure. Money is reserved before an application is approved.
@Component
class ApplicationDesk {

    static final String PATH = "/api/v1/subsidies/applications";

    private final Dockets dockets;
    private final Docket<SubsidyApplication> docket;
    private final Admission admission;
    private final Assessor assessor;
    private final Paid paid;
    private final Approvals approvals;
    private final Books books;
    private final BusinessDesk businesses;
    private final EmployerRegister employers;
    private final Entitlements entitlements;
    private final RuleBook rules;
    private final Cashier cashier;
    private final AppealBook appeals;

    record Missing(List<String> missing) {}

    record Resubmission(@Nullable Claim claim) {}

    record Rejection(List<String> reasons) {}

    record Amount(Money amount) {}

    record Cause(String employerUscc, String eventId) {}

    ApplicationDesk(
            Dockets dockets,
            Admission admission,
            Assessor assessor,
            Paid paid,
            Approvals approvals,
            Books books,
            BusinessDesk businesses,
            EmployerRegister employers,
            Entitlements entitlements,
            RuleBook rules,
            Cashier cashier,
            AppealBook appeals,
            Deadlines deadlines) {
        this.dockets = dockets;
        this.admission = admission;
        this.assessor = assessor;
        this.paid = paid;
        this.approvals = approvals;
        this.books = books;
        this.businesses = businesses;
        this.employers = employers;
        this.entitlements = entitlements;
        this.rules = rules;
        this.cashier = cashier;
        this.appeals = appeals;
        this.docket = dockets.declare(SubsidyApplication.class, "SubsidyApplication", PATH)
                .opens(Claim.class, Set.of("WORKER", "EMPLOYER", "AGENCY"), this::draft)
                .on("submit", this::submit)
                .on("return", Missing.class, (application, body, _) -> application.giveBack(body.missing()))
                .on("resubmit", Resubmission.class, this::resubmit)
                .on("accept")
                .on("review_pass", this::review)
                .on("reject", Rejection.class, this::reject)
                .on("publicise", SubsidyApplication::publicise)
                .onReason("object")
                .on("approve", this::approve)
                .on("pay", Amount.class, this::pay)
                .on("suspend", Cause.class, this::suspend)
                .on("resume")
                .notes("drop_lines", Set.of("SYSTEM"), Cause.class, this::dropLines)
                .on("withdraw")
                .on("claw_back", Docket.Because.class, this::clawBack)
                .on("repay", Amount.class, this::repay)
                .notes("confirm_receipt", Set.of("APPLICANT"), Docket.Nothing.class, Cashier::confirm)
                .notes("dispute_receipt", Set.of("APPLICANT"), Cashier.Said.class, Cashier::dispute)
                .notes("answer_dispute", Set.of("FINANCE_OFFICER"), Cashier.Found.class, Cashier::answer)
                .firm("APPLICANT", "applicantId", SubsidyApplication::applicantId)
                .person("APPLICANT", "applicantId", SubsidyApplication::applicantId)
                .filter("applicant_id", "applicantId")
                .filter("kind", "claim.kind")
                .shownAs(
                        ApplicationView.class,
                        application -> ApplicationView.of(application, deadlines.of(application)));
    }

    private Outcome<SubsidyApplication> draft(Claim claim, Act act) {
        var actor = act.actor();
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
        return Outcome.created(SubsidyApplication.draft(applicant, claim, certificate, act), "");
    }

    private Verdict submit(SubsidyApplication application, Act act) {
        var claim = application.claim();
        var applicant = application.applicantId();
        var listed = claim.kind().employerSide()
                && (employers.isBlacklisted(applicant)
                        || claim.employerUscc() != null && employers.isBlacklisted(claim.employerUscc()));
        var estimate = assessor.estimate(application.id(), applicant, claim, act.today());
        var verdict = application.submit(listed, paid.banned(applicant, act.today()), estimate, act);
        var startup = claim.startup();
        if (verdict instanceof Verdict.Granted && startup != null && claim.employerUscc() != null) {
            businesses.learn(claim.employerUscc(), applicant, startup.registeredOn(), claim.district(), act);
        }
        return verdict;
    }

    private Verdict resubmit(SubsidyApplication application, Resubmission body, Act act) {
        var objection = body.claim() == null
                ? null
                : admission.objection(body.claim(), application.applicantId(), application.id());
        return objection == null ? application.resubmit(body.claim()) : new Verdict.Refused(objection);
    }

    private Verdict review(SubsidyApplication application, Act act) {
        return application.review(assess(application, act), act);
    }

    private Verdict reject(SubsidyApplication application, Rejection body, Act act) {
        return application.reject(body.reasons(), assess(application, act), act);
    }

    private Assessment assess(SubsidyApplication application, Act act) {
        return assessor.assess(
                application.id(), application.applicantId(), application.claim(), submitted(application, act));
    }

    /// Guards first, then the money; only what could be reserved is approved.
    private Verdict approve(SubsidyApplication application, Act act) {
        var objection = application.mayApprove(afterPublicity(application, act), act);
        if (objection instanceof Verdict.Refused) {
            return objection;
        }
        if (appeals.pending(application.id())) {
            return Verdict.guardFailed("APPEAL_PENDING");
        }
        return approvals.approve(application, submitted(application, act), act);
    }

    private static LocalDate submitted(SubsidyApplication application, Act act) {
        return application.submittedOn() == null ? act.today() : application.submittedOn();
    }

    LocalDate lastDayOfPublicity(LocalDate publicisedOn) {
        int days = rules.grounds().on(publicisedOn).integer("subsidy.process.publicity_wd");
        return rules.calendar().workingDaysAfter(publicisedOn, days);
    }

    private LocalDate afterPublicity(SubsidyApplication application, Act act) {
        var from = application.publicisedOn() == null ? act.today() : application.publicisedOn();
        return rules.calendar().workingDaysAfter(lastDayOfPublicity(from), 1);
    }

    private Verdict pay(SubsidyApplication application, Amount body, Act act) {
        var verdict = cashier.pay(application, body.amount(), act);
        var entitlement = application.claim().entitlementId();
        if (verdict instanceof Verdict.Granted && entitlement != null) {
            entitlements.use(entitlement, act);
        }
        return verdict;
    }

    private Verdict repay(SubsidyApplication application, Amount body, Act act) {
        var verdict = cashier.repay(application, body.amount(), act);
        if (verdict instanceof Verdict.Granted) {
            books.giveBack(application);
        }
        return verdict;
    }

    private static boolean atBank(SubsidyApplication application) {
        var payout = application.payout();
        return payout != null && payout.atBank();
    }

    private Verdict suspend(SubsidyApplication application, Cause body, Act act) {
        if (atBank(application)) {
            return Verdict.guardFailed("MONEY_IS_AT_THE_BANK");
        }
        return application.suspend(body.employerUscc(), body.eventId(), act);
    }

    /// An approved agency reward goes on without the persons placed at a listed employer.
    private Verdict dropLines(SubsidyApplication application, Cause body, Act act) {
        if (!application.file().is(State.APPROVED)) {
            return Verdict.guardFailed("NOT_APPROVED");
        }
        if (atBank(application)) {
            return Verdict.guardFailed("MONEY_IS_AT_THE_BANK");
        }
        application.leaveBatch();
        return approvals.approve(application, submitted(application, act), act);
    }

    private Verdict clawBack(SubsidyApplication application, Docket.Because why, Act act) {
        int months = rules.grounds().on(act.today()).integer("subsidy.fraud.ban_months");
        paid.ban(application.applicantId(), Dates.addMonths(act.today(), months));
        return application.clawBack(act);
    }

    /// Publicity begins as soon as an application has passed its review.
    void publicise(String id, Act act) {
        dockets.fire(docket, id, "publicise", act);
    }

    void publiciseReviewed(Act act) {
        dockets.sweep(docket, List.of(State.REVIEWED), _ -> "publicise", act);
    }

    Docket<SubsidyApplication> docket() {
        return docket;
    }
}
