package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Kind;
import cn.sanming.migrant.subsidy.loanrule.EligibleGroup;
import cn.sanming.migrant.subsidy.loanrule.IndividualLoan;
import cn.sanming.migrant.subsidy.loanrule.SmallEnterpriseLoan;
import cn.sanming.migrant.subsidy.proof.Proofs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a loan to the rules of its kind (贷款资格审核), with what this department knows of the borrower.
@Component
class LoanAssessor {

    private final Proofs proofs;
    private final EmployerRegister employers;
    private final RuleBook rules;
    private final EligibleGroup group;
    private final IndividualLoan individual;
    private final SmallEnterpriseLoan enterprise;

    LoanAssessor(
            Proofs proofs,
            EmployerRegister employers,
            RuleBook rules,
            EligibleGroup group,
            IndividualLoan individual,
            SmallEnterpriseLoan enterprise) {
        this.proofs = proofs;
        this.employers = employers;
        this.rules = rules;
        this.group = group;
        this.individual = individual;
        this.enterprise = enterprise;
    }

    /// What the rules say of a loan on the day of its application.
    LoanGrounds assess(GuaranteedLoan loan) {
        var request = loan.request();
        var against = new ArrayList<String>();
        if (request.termMonths() > mostMonths(loan)) {
            against.add("TERM_TOO_LONG");
        }
        if (request.kind() != Kind.SMALL_ENTERPRISE && listed(loan)) {
            against.add("BLACKLISTED_EMPLOYER");
        }
        return request.kind() == Kind.SMALL_ENTERPRISE ? ofFirm(loan, against) : ofPerson(loan, against);
    }

    private LoanGrounds ofFirm(GuaranteedLoan loan, List<String> against) {
        var request = loan.request();
        var size = request.size();
        var staff = request.existingStaff();
        var hires = request.eligibleNewHiresThisYear();
        if (size == null || staff == null || hires == null) {
            throw new IllegalStateException(loan.id() + " was opened without what its rule asks for");
        }
        var decision = rules.decide(
                enterprise,
                new SmallEnterpriseLoan.Facts(
                        staff,
                        hires,
                        size,
                        request.requested(),
                        listed(loan),
                        request.unpaidInsurance(),
                        loan.applicationDate()));
        against.addAll(decision.result().reasons());
        return LoanGrounds.of(against, decision.result().maximum(), List.of(decision));
    }

    private LoanGrounds ofPerson(GuaranteedLoan loan, List<String> against) {
        var request = loan.request();
        var on = loan.applicationDate();
        var eligible = rules.decide(
                group, new EligibleGroup.Facts(group(loan), request.otherConsumerLoans(), request.otherLoans(), on));
        against.addAll(eligible.result().reasons());
        var partners = request.kind() == Kind.PARTNERSHIP ? request.partners() : Integer.valueOf(1);
        var amount = rules.decide(individual, new IndividualLoan.Facts(request.requested(), partners, null, on));
        return LoanGrounds.of(against, amount.result().maximum(), List.<Decision<?>>of(eligible, amount));
    }

    int mostMonths(GuaranteedLoan loan) {
        var id = loan.request().kind() == Kind.SMALL_ENTERPRISE
                ? "loan.small.term_max_months"
                : "loan.individual.term_max_months";
        return rules.context().on(loan.applicationDate()).integer(id);
    }

    boolean listed(GuaranteedLoan loan) {
        return listed(loan.borrowerId(), loan.request().businessUscc());
    }

    boolean listed(String borrower, @Nullable String business) {
        return employers.isBlacklisted(borrower) || business != null && employers.isBlacklisted(business);
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

    @Nullable
    String groupOf(String borrower, LocalDate on) {
        if (proofs.registeredUnemployed(borrower, on) == Proofs.Flag.SET) {
            return "REGISTERED_UNEMPLOYED";
        }
        return proofs.hardship(borrower, on) == Proofs.Flag.SET ? "HARDSHIP" : null;
    }
}
