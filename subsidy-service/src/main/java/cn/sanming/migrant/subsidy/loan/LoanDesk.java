package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Kind;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Referral;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Request;
import cn.sanming.migrant.subsidy.proof.Proofs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for guaranteed loans. A loan not yet paid out stands still while its borrower is blacklisted.
@Component
class LoanDesk {

    static final Command<GuaranteedLoan, Request> OPEN = Command.of("openGuaranteedLoan", Request.class);
    static final Command<GuaranteedLoan, Referral> QUALIFY = Command.of("qualifyGuaranteedLoan", Referral.class);
    static final Command<GuaranteedLoan, Command.Because> DECLINE = Command.because("declineGuaranteedLoan");
    static final Command<GuaranteedLoan, Command.Nothing> GUARANTEE = Command.of("guaranteeGuaranteedLoan");
    static final Command<GuaranteedLoan, Amount> BANK_APPROVE = Command.of("bankApproveGuaranteedLoan", Amount.class);
    static final Command<GuaranteedLoan, Payout> DISBURSE = Command.of("disburseGuaranteedLoan", Payout.class);
    static final Command<GuaranteedLoan, Command.Nothing> MARK_OVERDUE = Command.of("markOverdueGuaranteedLoan");
    static final Command<GuaranteedLoan, Command.Nothing> REPAY = Command.of("repayGuaranteedLoan");
    static final Command<GuaranteedLoan, Command.Nothing> COMPENSATE = Command.of("compensateGuaranteedLoan");
    static final Command<GuaranteedLoan, Command.Nothing> WITHDRAW = Command.of("withdrawGuaranteedLoan");
    static final Command<GuaranteedLoan, Amount> INSTALMENT = Command.of("instalmentGuaranteedLoan", Amount.class);
    static final Command<GuaranteedLoan, Listing> SUSPEND = Command.of("suspendGuaranteedLoan", Listing.class);
    static final Command<GuaranteedLoan, Listing> RESUME = Command.of("resumeGuaranteedLoan", Listing.class);

    private static final Set<String> SYSTEM = Set.of("SYSTEM");

    private final MongoTemplate mongo;
    private final CaseDefinition<GuaranteedLoan> definition;
    private final Proofs proofs;
    private final EmployerRegister employers;
    private final RuleBook rules;
    private final EligibleGroup group;
    private final IndividualLoan individual;
    private final SmallEnterpriseLoan enterprise;

    record Amount(Money amount) {}

    record Payout(boolean contractSigned, LocalDate dueOn) {}

    record Listing(String employerUscc) {}

    LoanDesk(
            MongoTemplate mongo,
            Cases cases,
            Proofs proofs,
            EmployerRegister employers,
            RuleBook rules,
            EligibleGroup group,
            IndividualLoan individual,
            SmallEnterpriseLoan enterprise) {
        this.mongo = mongo;
        this.proofs = proofs;
        this.employers = employers;
        this.rules = rules;
        this.group = group;
        this.individual = individual;
        this.enterprise = enterprise;
        this.definition = cases.define(GuaranteedLoan.class, "GuaranteedLoan", "/api/v1/subsidies/loans")
                .opens(OPEN, Set.of("WORKER", "EMPLOYER"), this::submit)
                .on(QUALIFY, this::qualify)
                .on(DECLINE)
                .on(GUARANTEE, (loan, _) -> GuaranteedLoan.guarantee(listed(loan)))
                .on(BANK_APPROVE, (loan, body, _) -> loan.bankApprove(body.amount(), listed(loan)))
                .on(DISBURSE, this::disburse)
                .on(MARK_OVERDUE, GuaranteedLoan::markOverdue)
                .on(REPAY, (loan, _) -> loan.repay())
                .on(COMPENSATE)
                .on(WITHDRAW)
                .notes(INSTALMENT, Set.of("BANK"), (loan, body, _) -> loan.instalment(body.amount()))
                .notes(SUSPEND, SYSTEM, (loan, body, _) -> loan.suspend(body.employerUscc()))
                .notes(RESUME, SYSTEM, (loan, body, _) -> loan.resume(body.employerUscc()))
                .firm("APPLICANT", "borrowerId", GuaranteedLoan::borrowerId)
                .person("APPLICANT", "borrowerId", GuaranteedLoan::borrowerId)
                .firm("GUARANTEE_ORG", "referral.guarantorUscc", GuaranteedLoan::guarantorUscc)
                .firm("BANK", "referral.bankUscc", GuaranteedLoan::bankUscc)
                .filter("borrower_id", "borrowerId")
                .shownAs(LoanView.class, loan -> LoanView.of(loan, rules.calendar()));
    }

    private Outcome<GuaranteedLoan> submit(Request request, CommandContext context) {
        var firm = request.kind() == Kind.SMALL_ENTERPRISE;
        var borrower = firm ? context.actor().creditCode() : context.actor().workerId();
        if (borrower == null) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/kind", "NOT_YOUR_LOAN"));
        }
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(request.district()).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (firm && request.existingStaff() == null) {
            faults.add(Reason.at("/existing_staff", "REQUIRED"));
        }
        if (firm && request.eligibleNewHiresThisYear() == null) {
            faults.add(Reason.at("/eligible_new_hires_this_year", "REQUIRED"));
        }
        if (firm && request.size() == null) {
            faults.add(Reason.at("/size", "REQUIRED"));
        }
        if (!firm && request.group() == null && groupOf(borrower, context.today()) == null) {
            faults.add(Reason.at("/group", "REQUIRED"));
        }
        if (request.kind() == Kind.PARTNERSHIP && (request.partners() == null || request.partners() < 2)) {
            faults.add(Reason.at("/partners", "AT_LEAST_TWO"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var business = request.businessUscc();
        return firm && employers.isBlacklisted(borrower) || business != null && employers.isBlacklisted(business)
                ? Outcome.refused(
                        Refusal.Kind.BLACKLISTED_EMPLOYER,
                        Reason.of("BLACKLISTED_EMPLOYER").clause("支付条例 art. 48"))
                : Outcome.created(GuaranteedLoan.submitted(borrower, request, context), "");
    }

    private Verdict qualify(GuaranteedLoan loan, Referral to, CommandContext context) {
        var request = loan.request();
        var against = new ArrayList<String>();
        var on = loan.applicationDate();
        if (request.termMonths() > mostMonths(loan)) {
            against.add("TERM_TOO_LONG");
        }
        if (request.kind() != Kind.SMALL_ENTERPRISE && listed(loan)) {
            against.add("BLACKLISTED_EMPLOYER");
        }
        var size = request.size();
        var staff = request.existingStaff();
        var hires = request.eligibleNewHiresThisYear();
        if (request.kind() == Kind.SMALL_ENTERPRISE && size != null && staff != null && hires != null) {
            var facts = new SmallEnterpriseLoan.Facts(
                    staff, hires, size, request.requested(), listed(loan), request.unpaidInsurance(), on);
            var finding = rules.decide(enterprise, facts).result();
            against.addAll(finding.reasons());
            return loan.qualify(against, finding.maximum(), to, context);
        }
        var eligible = rules.decide(
                        group,
                        new EligibleGroup.Facts(group(loan), request.otherConsumerLoans(), request.otherLoans(), on))
                .result();
        against.addAll(eligible.reasons());
        if (paidOutBefore(loan.borrowerId()) >= rules.context().on(on).integer("loan.individual.max_times")) {
            against.add("LOANS_USED_UP");
        }
        var partners = request.kind() == Kind.PARTNERSHIP ? request.partners() : Integer.valueOf(1);
        var finding = rules.decide(individual, new IndividualLoan.Facts(request.requested(), partners, null, on))
                .result();
        return loan.qualify(against, finding.maximum(), to, context);
    }

    private Verdict disburse(GuaranteedLoan loan, Payout body, CommandContext context) {
        return loan.disburse(body.contractSigned(), body.dueOn(), listed(loan), mostMonths(loan), context);
    }

    private int mostMonths(GuaranteedLoan loan) {
        var id = loan.request().kind() == Kind.SMALL_ENTERPRISE
                ? "loan.small.term_max_months"
                : "loan.individual.term_max_months";
        return rules.context().on(loan.applicationDate()).integer(id);
    }

    private long paidOutBefore(String borrower) {
        return mongo.count(
                Query.query(Criteria.where("borrowerId")
                        .is(borrower)
                        .and("file.state")
                        .in("DISBURSED", "OVERDUE", "REPAID", "COMPENSATED")),
                GuaranteedLoan.class);
    }

    private boolean listed(GuaranteedLoan loan) {
        var business = loan.request().businessUscc();
        return employers.isBlacklisted(loan.borrowerId()) || business != null && employers.isBlacklisted(business);
    }

    /// The group a borrower names, unless it is one that the job department keeps and has cleared.
    private String group(GuaranteedLoan loan) {
        var borrower = loan.borrowerId();
        var on = loan.applicationDate();
        var named = loan.request().group();
        var cleared = "REGISTERED_UNEMPLOYED".equals(named)
                        && proofs.registeredUnemployed(borrower, on) == Proofs.Flag.CLEARED
                || "HARDSHIP".equals(named) && proofs.hardship(borrower, on) == Proofs.Flag.CLEARED;
        return cleared ? "NONE" : String.valueOf(named == null ? groupOf(borrower, on) : named);
    }

    private @Nullable String groupOf(String borrower, LocalDate on) {
        if (proofs.registeredUnemployed(borrower, on) == Proofs.Flag.SET) {
            return "REGISTERED_UNEMPLOYED";
        }
        return proofs.hardship(borrower, on) == Proofs.Flag.SET ? "HARDSHIP" : null;
    }

    CaseDefinition<GuaranteedLoan> definition() {
        return definition;
    }
}
