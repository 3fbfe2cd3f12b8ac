package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Referral;
import cn.sanming.migrant.subsidy.loan.GuaranteedLoan.Request;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A loan as borrower, office, guarantor and bank see it.
///
/// @param referral     the guarantor and the bank that the office has passed the file on to
/// @param suspendedFor the blacklisted firm for whose sake it stands still
/// @param grounds      on what it was qualified or declined
record LoanView(
        String id,
        String state,
        String borrowerId,
        Request request,
        @Nullable Referral referral,
        LocalDate applicationDate,
        @JsonUnwrapped Sums sums,
        @JsonUnwrapped Days days,
        @Nullable String suspendedFor,
        @Nullable String declinedFor,
        @Nullable LoanGrounds grounds) {

    /// How much may be lent, was lent and is owed.
    record Sums(Money maximum, @Nullable Money approved, Money outstanding) {}

    /// @param decideBy until when the office or the guarantor has to decide, while it is their turn
    record Days(
            @Nullable LocalDate disbursedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate decideBy) {}

    private static final int STEP_WORKING_DAYS = 10;

    static LoanView of(GuaranteedLoan loan, WorkingCalendar calendar) {
        return new LoanView(
                loan.id(),
                loan.file().state(),
                loan.borrowerId(),
                loan.request(),
                loan.referral(),
                loan.applicationDate(),
                new Sums(loan.maximum(), loan.approved(), loan.outstanding()),
                new Days(loan.disbursedOn(), loan.dueOn(), decideBy(loan, calendar)),
                loan.suspendedFor(),
                loan.declinedFor(),
                loan.grounds());
    }

    private static @Nullable LocalDate decideBy(GuaranteedLoan loan, WorkingCalendar calendar) {
        if (loan.file().is(GuaranteedLoan.State.SUBMITTED)) {
            return calendar.workingDaysAfter(loan.applicationDate(), STEP_WORKING_DAYS);
        }
        return loan.file().is(GuaranteedLoan.State.QUALIFIED)
                ? loan.file()
                        .last("qualify")
                        .map(entry -> entry.at().atZone(Dates.ZONE).toLocalDate())
                        .map(day -> calendar.workingDaysAfter(day, STEP_WORKING_DAYS))
                        .orElse(null)
                : null;
    }
}
