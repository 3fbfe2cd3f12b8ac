package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Kind;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Request;
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

    private final MongoTemplate mongo;
    private final EmployerRegister employers;
    private final RuleBook rules;
    private final EligibleGroup group;
    private final IndividualLoan individual;
    private final SmallEnterpriseLoan enterprise;

    record Amount(Money amount) {}

    record Payout(boolean contractSigned, LocalDate dueOn) {}

    record View(
            String id,
            String state,
            String borrowerId,
            Request request,
            LocalDate applicationDate,
            Money maximum,
            @Nullable Money approved,
            Money outstanding,
            @Nullable LocalDate dueOn) {

        static View of(GuaranteedLoan loan) {
            return new View(
                    loan.id(),
                    loan.file().state(),
                    loan.borrowerId(),
                    loan.request(),
                    loan.applicationDate(),
                    loan.maximum(),
                    loan.approved(),
                    loan.outstanding(),
                    loan.dueOn());
        }
    }

    LoanDesk(
            MongoTemplate mongo,
            Dockets dockets,
            EmployerRegister employers,
            RuleBook rules,
            EligibleGroup group,
            IndividualLoan individual,
            SmallEnterpriseLoan enterprise) {
        this.mongo = mongo;
        this.employers = employers;
        this.rules = rules;
        this.group = group;
        this.individual = individual;
        this.enterprise = enterprise;
        dockets.declare(GuaranteedLoan.class, "GuaranteedLoan", "/api/v1/subsidies/loans")
                .opens(Request.class, Set.of("WORKER", "EMPLOYER"), this::submit)
                .on("qualify", this::qualify)
                .onReason("decline")
                .on("guarantee")
                .on("bank_approve", Amount.class, (loan, body, _) -> loan.bankApprove(body.amount(), listed(loan)))
                .on("disburse", Payout.class, this::disburse)
                .on("mark_overdue", GuaranteedLoan::markOverdue)
                .on("repay", (loan, _) -> loan.repay())
                .on("compensate")
                .on("withdraw")
                .notes("instalment", Set.of("BANK"), Amount.class, (loan, body, _) -> loan.instalment(body.amount()))
                .firm("APPLICANT", "borrowerId", GuaranteedLoan::borrowerId)
                .person("APPLICANT", "borrowerId", GuaranteedLoan::borrowerId)
                .shownAs(View.class, View::of);
    }

    private Outcome<GuaranteedLoan> submit(Request request, Act act) {
        var firm = request.kind() == Kind.SMALL_ENTERPRISE;
        var borrower = firm ? act.actor().creditCode() : act.actor().workerId();
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
        if (!firm && request.group() == null) {
            faults.add(Reason.at("/group", "REQUIRED"));
        }
        if (request.kind() == Kind.PARTNERSHIP && (request.partners() == null || request.partners() < 2)) {
            faults.add(Reason.at("/partners", "AT_LEAST_TWO"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        return firm && employers.isBlacklisted(borrower)
                ? Outcome.refused(
                        Refusal.Kind.BLACKLISTED_EMPLOYER,
                        Reason.of("BLACKLISTED_EMPLOYER").clause("支付条例 art. 48"))
                : Outcome.created(GuaranteedLoan.submitted(borrower, request, act), "");
    }

    private Verdict qualify(GuaranteedLoan loan, Act act) {
        var request = loan.request();
        var against = new ArrayList<String>();
        var on = loan.applicationDate();
        if (request.termMonths() > mostMonths(loan)) {
            against.add("TERM_TOO_LONG");
        }
        var size = request.size();
        var staff = request.existingStaff();
        var hires = request.eligibleNewHiresThisYear();
        if (request.kind() == Kind.SMALL_ENTERPRISE && size != null && staff != null && hires != null) {
            var facts = new SmallEnterpriseLoan.Facts(
                    staff, hires, size, request.requested(), listed(loan), request.unpaidInsurance(), on);
            var finding = rules.decide(enterprise, facts).result();
            against.addAll(finding.reasons());
            return loan.qualify(against, finding.maximum(), act);
        }
        var eligible = rules.decide(
                        group,
                        new EligibleGroup.Facts(
                                String.valueOf(request.group()),
                                request.otherConsumerLoans(),
                                request.otherLoans(),
                                on))
                .result();
        against.addAll(eligible.reasons());
        if (paidOutBefore(loan.borrowerId()) >= rules.grounds().on(on).integer("loan.individual.max_times")) {
            against.add("LOANS_USED_UP");
        }
        var partners = request.kind() == Kind.PARTNERSHIP ? request.partners() : Integer.valueOf(1);
        var finding = rules.decide(individual, new IndividualLoan.Facts(request.requested(), partners, null, on))
                .result();
        return loan.qualify(against, finding.maximum(), act);
    }

    private Verdict disburse(GuaranteedLoan loan, Payout body, Act act) {
        return loan.disburse(body.contractSigned(), body.dueOn(), listed(loan), mostMonths(loan), act);
    }

    private int mostMonths(GuaranteedLoan loan) {
        var id = loan.request().kind() == Kind.SMALL_ENTERPRISE
                ? "loan.small.term_max_months"
                : "loan.individual.term_max_months";
        return rules.grounds().on(loan.applicationDate()).integer(id);
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
        return employers.isBlacklisted(loan.borrowerId());
    }
}
