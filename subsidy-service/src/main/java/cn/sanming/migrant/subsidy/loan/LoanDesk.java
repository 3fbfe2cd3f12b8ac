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
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Kind;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Referral;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Request;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
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

    private final CaseDefinition<GuaranteedLoan> definition;
    private final LoanAssessor assessor;
    private final LoanCeilings ceilings;

    record Amount(Money amount) {}

    record Payout(boolean contractSigned, LocalDate dueOn) {}

    record Listing(String employerUscc) {}

    LoanDesk(Cases cases, LoanAssessor assessor, LoanCeilings ceilings, RuleBook rules) {
        this.assessor = assessor;
        this.ceilings = ceilings;
        this.definition = cases.define(GuaranteedLoan.class, "GuaranteedLoan", "/api/v1/subsidies/loans")
                .opens(OPEN, Set.of("WORKER", "EMPLOYER"), this::submit)
                .on(QUALIFY, this::qualify)
                .on(DECLINE, this::decline)
                .on(GUARANTEE, this::guarantee)
                .on(BANK_APPROVE, this::bankApprove)
                .on(DISBURSE, this::disburse)
                .on(MARK_OVERDUE, GuaranteedLoan::markOverdue)
                .on(REPAY, (loan, _) -> LoanCeilings.moved(loan, loan.repay()))
                .on(COMPENSATE)
                .on(WITHDRAW, (loan, _) -> LoanCeilings.moved(loan, Verdict.granted()))
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
        if (!firm && request.group() == null && assessor.groupOf(borrower, context.today()) == null) {
            faults.add(Reason.at("/group", "REQUIRED"));
        }
        if (request.kind() == Kind.PARTNERSHIP && (request.partners() == null || request.partners() < 2)) {
            faults.add(Reason.at("/partners", "AT_LEAST_TWO"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var business = request.businessUscc();
        if (assessor.listed(firm ? borrower : "", business)) {
            return Outcome.refused(
                    Refusal.Kind.BLACKLISTED_EMPLOYER,
                    Reason.of("BLACKLISTED_EMPLOYER").clause("支付条例 art. 48"));
        }
        var loan = GuaranteedLoan.submitted(borrower, request, context);
        return ceilings.reserve(loan, loan.wanted())
                .<Outcome<GuaranteedLoan>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.created(loan, ""));
    }

    private Verdict qualify(GuaranteedLoan loan, Referral to, CommandContext context) {
        return held(loan, loan.qualify(assessor.assess(loan), to, context));
    }

    private Verdict decline(GuaranteedLoan loan, Command.Because why, CommandContext context) {
        return LoanCeilings.moved(loan, loan.decline(assessor.assess(loan), why.reason()));
    }

    private Verdict guarantee(GuaranteedLoan loan, CommandContext context) {
        return held(loan, Verdict.granted());
    }

    private Verdict bankApprove(GuaranteedLoan loan, Amount body, CommandContext context) {
        return held(loan, loan.bankApprove(body.amount()));
    }

    private Verdict disburse(GuaranteedLoan loan, Payout body, CommandContext context) {
        return LoanCeilings.moved(
                loan,
                held(loan, loan.disburse(body.contractSigned(), body.dueOn(), assessor.mostMonths(loan), context)));
    }

    /// No step forward while the borrower is listed, and none without the borrower's ceiling behind it.
    private Verdict held(GuaranteedLoan loan, Verdict verdict) {
        if (verdict instanceof Verdict.Refused) {
            return verdict;
        }
        return assessor.listed(loan)
                ? Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"))
                : ceilings.reserve(loan, loan.wanted())
                        .<Verdict>map(Verdict.Refused::new)
                        .orElse(verdict);
    }

    CaseDefinition<GuaranteedLoan> definition() {
        return definition;
    }
}
