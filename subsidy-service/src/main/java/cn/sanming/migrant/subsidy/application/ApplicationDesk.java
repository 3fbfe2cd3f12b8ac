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
import cn.sanming.migrant.subsidy.application.SubsidyApplication.State;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import cn.sanming.migrant.subsidy.appraisal.Entitlements;
import cn.sanming.migrant.subsidy.budget.Budgets;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for subsidies: six kinds, one procedure. Money is reserved before an application is approved.
@Component
class ApplicationDesk {

    static final String PATH = "/api/v1/subsidies/applications";

    private final MongoTemplate mongo;
    private final Dockets dockets;
    private final Docket<SubsidyApplication> docket;
    private final Assessor assessor;
    private final Paid paid;
    private final Budgets budgets;
    private final EmployerRegister employers;
    private final Entitlements entitlements;
    private final RuleBook rules;

    record Missing(List<String> missing) {}

    record Resubmission(@Nullable Claim claim) {}

    record Rejection(List<String> reasons) {}

    record Amount(Money amount) {}

    record Cause(String employerUscc, String eventId) {}

    ApplicationDesk(
            MongoTemplate mongo,
            Dockets dockets,
            Assessor assessor,
            Paid paid,
            Budgets budgets,
            EmployerRegister employers,
            Entitlements entitlements,
            RuleBook rules) {
        this.mongo = mongo;
        this.dockets = dockets;
        this.assessor = assessor;
        this.paid = paid;
        this.budgets = budgets;
        this.employers = employers;
        this.entitlements = entitlements;
        this.rules = rules;
        this.docket = dockets.declare(SubsidyApplication.class, "SubsidyApplication", PATH)
                .opens(Claim.class, Set.of("WORKER", "EMPLOYER", "AGENCY"), this::draft)
                .on("submit", this::submit)
                .on("return", Missing.class, (application, body, _) -> application.giveBack(body.missing()))
                .on("resubmit", Resubmission.class, this::resubmit)
                .on("accept")
                .on("review_pass", this::review)
                .on("reject", Rejection.class, (application, body, act) -> application.reject(body.reasons(), act))
                .on("publicise", SubsidyApplication::publicise)
                .onReason("object")
                .on("approve", this::approve)
                .on("pay", Amount.class, this::pay)
                .on("suspend", Cause.class, this::suspend)
                .on("resume")
                .on("withdraw")
                .on("claw_back", Docket.Because.class, this::clawBack)
                .on("repay", Amount.class, (application, body, _) -> application.repay(body.amount()))
                .firm("APPLICANT", "applicantId", SubsidyApplication::applicantId)
                .person("APPLICANT", "applicantId", SubsidyApplication::applicantId)
                .filter("applicant_id", "applicantId")
                .filter("kind", "claim.kind")
                .shownAs(ApplicationView.class, ApplicationView::of);
    }

    private Outcome<SubsidyApplication> draft(Claim claim, Act act) {
        var faults = claim.faults();
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var actor = act.actor();
        var applicant = claim.kind().personal() ? actor.workerId() : actor.creditCode();
        var foreign = claim.employerUscc() != null
                && !claim.kind().personal()
                && !claim.employerUscc().equals(actor.creditCode());
        if (applicant == null || foreign) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SUBSIDY"));
        }
        if (claim.post() != null && monthClaimed(claim.post())) {
            return Outcome.refused(Refusal.Kind.DUPLICATE, Reason.at("/post/months", "MONTH_ALREADY_CLAIMED"));
        }
        if (claim.entitlementId() == null) {
            return Outcome.created(SubsidyApplication.draft(applicant, claim, null, null, act), "");
        }
        var entitlement = own(claim, applicant);
        if (entitlement.isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/entitlement_id", "NO_OPEN_ENTITLEMENT"));
        }
        var certificate = entitlement.get().certificate();
        return Outcome.created(
                SubsidyApplication.draft(applicant, claim, certificate.occupationCode(), certificate.level(), act), "");
    }

    private Optional<Entitlement> own(Claim claim, String applicant) {
        return entitlements
                .find(String.valueOf(claim.entitlementId()))
                .filter(found -> found.personId().equals(applicant) && found.isOpen())
                .filter(found -> found.kind().name().equals(claim.kind().name()));
    }

    private boolean monthClaimed(Claim.Post post) {
        var months = post.months().stream()
                .map(month -> month.month())
                .map(YearMonth::toString)
                .toList();
        return paid.monthClaimed(post.postId(), months);
    }

    private Verdict submit(SubsidyApplication application, Act act) {
        var claim = application.claim();
        var applicant = application.applicantId();
        var listed = claim.kind().employerSide()
                && (employers.isBlacklisted(applicant)
                        || claim.employerUscc() != null && employers.isBlacklisted(claim.employerUscc()));
        var estimate = assessor.estimate(applicant, claim, act.today());
        return application.submit(listed, paid.banned(applicant, act.today()), estimate, act);
    }

    private Verdict resubmit(SubsidyApplication application, Resubmission body, Act act) {
        var faults = body.claim() == null ? List.<Reason>of() : body.claim().faults();
        return faults.isEmpty()
                ? application.resubmit(body.claim())
                : Verdict.refused(Refusal.Kind.VALIDATION, faults.toArray(Reason[]::new));
    }

    private Verdict review(SubsidyApplication application, Act act) {
        var on = application.submittedOn() == null ? act.today() : application.submittedOn();
        return application.review(assessor.assess(application.applicantId(), application.claim(), on), act);
    }

    /// Guards first, then the cap, then the money; only what could be reserved is approved.
    private Verdict approve(SubsidyApplication application, Act act) {
        var objection = application.mayApprove(afterPublicity(application, act), act);
        if (objection instanceof Verdict.Refused) {
            return objection;
        }
        var claim = application.claim();
        if (claim.kind() == Kind.AGENCY_REWARD || claim.kind() == Kind.STARTUP_JOBS) {
            var now = assessor.assess(application.applicantId(), claim, submitted(application, act));
            if (application.amount().moreThan(now.amount())) {
                return Verdict.refused(
                        Refusal.Kind.CAP_REACHED,
                        Reason.of("CAP_REACHED").required(now.amount(), application.amount()));
            }
        }
        var reserved = budgets.reserve(
                claim.kind().measure(),
                claim.district(),
                act.today().getYear(),
                application.amount(),
                application.id());
        return reserved
                ? application.approve(act)
                : Verdict.refused(
                        Refusal.Kind.BUDGET_EXHAUSTED,
                        Reason.of("BUDGET_EXHAUSTED").required(application.amount(), "available"));
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
        var approvedOn = application.approvedOn();
        var verdict = application.pay(body.amount(), act);
        if (verdict instanceof Verdict.Granted && approvedOn != null) {
            var claim = application.claim();
            budgets.settle(
                    claim.kind().measure(),
                    claim.district(),
                    approvedOn.getYear(),
                    application.amount(),
                    application.id());
            if (claim.entitlementId() != null) {
                entitlements.use(claim.entitlementId(), act);
            }
        }
        return verdict;
    }

    private Verdict suspend(SubsidyApplication application, Cause body, Act act) {
        var approvedOn = application.approvedOn();
        if (approvedOn != null) {
            var claim = application.claim();
            budgets.release(
                    claim.kind().measure(),
                    claim.district(),
                    approvedOn.getYear(),
                    application.amount(),
                    application.id());
        }
        return application.suspend(body.employerUscc(), body.eventId(), act);
    }

    private Verdict clawBack(SubsidyApplication application, Docket.Because why, Act act) {
        int months = rules.grounds().on(act.today()).integer("subsidy.fraud.ban_months");
        paid.ban(application.applicantId(), Dates.addMonths(act.today(), months));
        return application.clawBack(act);
    }

    /// Publicity begins as soon as an application has passed its review.
    void publiciseReviewed(Act act) {
        dockets.sweep(docket, List.of(State.REVIEWED), _ -> "publicise", act);
    }

    /// The employer is the applicant or the beneficiary; workers' own subsidies are never touched. Of an agency's
    /// claim
    /// only the lines of that employer drop out, when it is reviewed.
    void suspendAllOf(String uscc, String eventId, Act act) {
        var open = List.of("SUBMITTED", "ACCEPTED", "REVIEWED", "PUBLICISED", "APPROVED");
        for (var application : touching(uscc, open)) {
            dockets.fire(docket, application.id(), "suspend", new Cause(uscc, eventId), act);
        }
    }

    void resumeAllOf(String uscc, Act act) {
        for (var application : touching(uscc, List.of("SUSPENDED"))) {
            dockets.fire(docket, application.id(), "resume", act);
        }
    }

    private List<SubsidyApplication> touching(String uscc, List<String> states) {
        var whose = new Criteria()
                .orOperator(
                        Criteria.where("applicantId").is(uscc),
                        Criteria.where("claim.employerUscc").is(uscc));
        var kinds = Set.of(Kind.POST.name(), Kind.AGENCY_REWARD.name(), Kind.STARTUP.name(), Kind.STARTUP_JOBS.name());
        return mongo.find(
                Query.query(new Criteria()
                        .andOperator(
                                whose,
                                Criteria.where("file.state").in(states),
                                Criteria.where("claim.kind").in(kinds))),
                SubsidyApplication.class);
    }
}
