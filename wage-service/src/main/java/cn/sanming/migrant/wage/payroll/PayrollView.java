package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payroll as its parties see it, in sums; its lines are read page by page.
///
/// @param backPay    of a back-pay payroll only
/// @param unreadRows rows of the sheet that could not be read and that no back pay has taken up
/// @param unread     what is wrong with them
record PayrollView(
        String id,
        String state,
        @JsonUnwrapped Subject subject,
        Payroll.@Nullable BackPay backPay,
        @JsonUnwrapped Sums sums,
        int unreadRows,
        List<Gap> unread) {

    record Subject(
            @Nullable String projectId,
            String employerUscc,
            String contractorUscc,
            YearMonth period,
            LocalDate nominalPayday,
            LocalDate effectiveDueDate) {}

    /// @param confirmed workers who have confirmed their line
    /// @param paid      workers who have been credited
    /// @param unpaid    what is still owed for the lines
    record Sums(int workers, long confirmed, int paid, Money total, Money unpaid) {}

    static PayrollView of(Payroll payroll, long unconfirmed, List<Gap> open) {
        var tally = payroll.tally();
        return new PayrollView(
                payroll.id(),
                payroll.file().state(),
                new Subject(
                        payroll.projectId(),
                        payroll.employerUscc(),
                        payroll.contractorUscc(),
                        payroll.period(),
                        payroll.nominalPayday(),
                        payroll.effectiveDueDate()),
                payroll.backPay(),
                new Sums(
                        tally.workers(),
                        tally.workers() - unconfirmed,
                        tally.paid(),
                        payroll.total(),
                        tally.unpaidNet()),
                open.size(),
                open);
    }
}
