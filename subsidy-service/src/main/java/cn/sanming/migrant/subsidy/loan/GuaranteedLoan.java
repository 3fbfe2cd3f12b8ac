package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.loanrule.SmallEnterpriseLoan;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One guaranteed loan (创业担保贷款): qualified by the office, guaranteed, approved and paid out by the bank; measure 4.
@Document("guaranteed-loans")
@CompoundIndex(def = "{'borrowerId': 1, 'file.state': 1}")
@CompoundIndex(def = "{'request.businessUscc': 1}", sparse = true)
@CompoundIndex(def = "{'referral.guarantorUscc': 1}", sparse = true)
@CompoundIndex(def = "{'referral.bankUscc': 1}", sparse = true)
final class GuaranteedLoan implements CaseAggregate {

    enum State {
        SUBMITTED,
        QUALIFIED,
        GUARANTEED,
        BANK_APPROVED,
        DISBURSED,
        OVERDUE,
        REJECTED,
        WITHDRAWN,
        REPAID,
        COMPENSATED
    }

    enum Kind {
        INDIVIDUAL,
        PARTNERSHIP,
        SMALL_ENTERPRISE
    }

    /// @param businessUscc the business a person or a partnership borrows for, if it is registered already
    record Request(
            Kind kind,
            String district,
            Money requested,
            @Positive int termMonths,
            @Nullable @Positive Integer partners,
            @Nullable String group,
            @Nullable Money otherConsumerLoans,
            @Nullable Money otherLoans,
            @Nullable Integer existingStaff,
            @Nullable Integer eligibleNewHiresThisYear,
            SmallEnterpriseLoan.@Nullable Size size,
            @Nullable Boolean unpaidInsurance,
            @Nullable String businessUscc) {}

    /// Whom the office passes the file on to: from then on they, and no other guarantor or bank, act on the loan.
    record Referral(CreditCode guarantorUscc, CreditCode bankUscc) {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    private final String borrowerId;

    private final Request request;
    private final LocalDate applicationDate;
    private Money maximum;
    private Money outstanding;
    private @Nullable Referral referral;
    private @Nullable Money approved;
    private @Nullable LocalDate disbursedOn;
    private @Nullable LocalDate dueOn;
    private @Nullable String suspendedFor;
    private @Nullable LoanGrounds grounds;
    private @Nullable String declinedFor;

    GuaranteedLoan(
            String id,
            CaseFile file,
            String borrowerId,
            Request request,
            LocalDate applicationDate,
            Money maximum,
            Money outstanding) {
        this.id = id;
        this.file = file;
        this.borrowerId = borrowerId;
        this.request = request;
        this.applicationDate = applicationDate;
        this.maximum = maximum;
        this.outstanding = outstanding;
    }

    static GuaranteedLoan submitted(String borrower, Request request, CommandContext context) {
        var id = Ids.next("gl");
        var file = CaseFile.opened(id, State.SUBMITTED, request.district(), context);
        return new GuaranteedLoan(id, file, borrower, request, context.today(), Money.ZERO, Money.ZERO);
    }

    /// @param made what the rules say; @param to whom the file is passed on to
    Verdict qualify(LoanGrounds made, Referral to, CommandContext context) {
        var against = made.reasons();
        if (against.contains("BLACKLISTED_EMPLOYER")) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, reasons(against));
        }
        if (!against.isEmpty()) {
            return Verdict.refused(Refusal.Kind.NOT_ELIGIBLE, reasons(against));
        }
        grounds = made;
        maximum = made.maximum();
        referral = to;
        file.record(
                new LoanEvents.Qualified(
                        id, request.kind(), borrowerId, request.district(), maximum, to.guarantorUscc(), to.bankUscc()),
                context);
        return Verdict.granted();
    }

    /// @param made what the rules say, for whoever asks why; the reason of whoever declines decides
    Verdict decline(LoanGrounds made, String reason) {
        grounds = made;
        declinedFor = reason;
        return Verdict.granted();
    }

    /// What it takes of the borrower's ceiling: what was asked for, or what the bank has approved.
    Money wanted() {
        return approved == null ? request.requested() : approved;
    }

    private static Reason[] reasons(List<String> codes) {
        return codes.stream().map(Reason::of).toArray(Reason[]::new);
    }

    /// Stands still (中止) while its firm is blacklisted; a loan that has been paid out is not called back.
    Verdict suspend(String uscc) {
        return Verdict.guards()
                .require(
                        file.is(State.SUBMITTED, State.QUALIFIED, State.GUARANTEED, State.BANK_APPROVED),
                        "LOAN_ALREADY_DISBURSED")
                .then(() -> suspendedFor = uscc);
    }

    /// Goes on from exactly where it stood.
    Verdict resume(String uscc) {
        return Verdict.guards()
                .require(uscc.equals(suspendedFor), "NOT_SUSPENDED")
                .then(() -> suspendedFor = null);
    }

    Verdict bankApprove(Money amount) {
        return Verdict.guards()
                .require(
                        amount.isPositive() && amount.atMost(maximum),
                        Reason.of("ABOVE_MAXIMUM").required(maximum, amount))
                .require(amount.atMost(request.requested()), "ABOVE_REQUESTED")
                .then(() -> approved = amount);
    }

    Verdict disburse(boolean contractSigned, LocalDate due, int mostMonths, CommandContext context) {
        var amount = approved == null ? Money.ZERO : approved;
        var latest = context.today().plusMonths(mostMonths);
        return Verdict.guards()
                .require(contractSigned, "CONTRACT_NOT_SIGNED")
                .require(!due.isAfter(latest), Reason.of("TERM_TOO_LONG").required(latest, due))
                .then(() -> {
                    outstanding = amount;
                    disbursedOn = context.today();
                    dueOn = due;
                    file.record(
                            new LoanEvents.Disbursed(
                                    id, request.kind(), borrowerId, request.district(), amount, context.today(), due),
                            context);
                });
    }

    Verdict instalment(Money paid) {
        return Verdict.guards()
                .require(file.is(State.DISBURSED, State.OVERDUE), "NOT_DISBURSED")
                .require(paid.isPositive() && paid.atMost(outstanding), "MORE_THAN_OWED")
                .then(() -> outstanding = outstanding.minus(paid));
    }

    Verdict markOverdue(CommandContext context) {
        var due = dueOn;
        if (due == null || !due.isBefore(context.today()) || outstanding.isZero()) {
            return Verdict.guardFailed("NOT_OVERDUE");
        }
        file.record(new LoanEvents.Overdue(id, borrowerId, outstanding, due), context);
        return Verdict.granted();
    }

    Verdict repay() {
        return Verdict.guards()
                .require(outstanding.isZero(), Reason.of("BALANCE_LEFT").required(Money.ZERO, outstanding))
                .verdict();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String borrowerId() {
        return borrowerId;
    }

    Request request() {
        return request;
    }

    LocalDate applicationDate() {
        return applicationDate;
    }

    Money maximum() {
        return maximum;
    }

    Money outstanding() {
        return outstanding;
    }

    @Nullable
    Referral referral() {
        return referral;
    }

    /// The code by which the guarantor's token claims this loan.
    @Nullable
    String guarantorUscc() {
        return referral == null ? null : referral.guarantorUscc().value();
    }

    @Nullable
    String bankUscc() {
        return referral == null ? null : referral.bankUscc().value();
    }

    @Nullable
    LoanGrounds grounds() {
        return grounds;
    }

    @Nullable
    String declinedFor() {
        return declinedFor;
    }

    @Nullable
    Long version() {
        return version;
    }

    @Nullable
    Money approved() {
        return approved;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate disbursedOn() {
        return disbursedOn;
    }

    @Nullable
    String suspendedFor() {
        return suspendedFor;
    }
}
