package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said with the commands of a payroll.
final class PayrollForms {

    private PayrollForms() {}

    /// The employer records a sheet that workers have signed by hand.
    ///
    /// @param personIds who signed; everybody if none are named
    record Confirmation(
            @Nullable List<String> personIds, @Nullable String signedSheet) {}

    /// @param gapsAccepted unread rows are left to back pay, so that the others need not wait for them
    record Signature(@Nullable Boolean gapsAccepted) {}

    /// @param bankUscc who pays ordinary staff; a site's wages go to the bank of its special account
    record Consignment(@Nullable String bankUscc) {}

    record Credits(@Nullable List<String> personIds, LocalDate paidOn, String bankRef) {}

    /// One line as it should have been.
    record Correction(
            String personId, Money gross, @Nullable List<PayrollLine.Deduction> deductions, Money net, String reason) {

        PayrollLine.Wage of(PayrollLine.Wage former) {
            return former.withAmounts(gross, deductions == null ? List.of() : deductions, net);
        }
    }

    /// A sheet whose lines stand prepared.
    ///
    /// @param base the change the payroll was at when it was prepared
    record NewSheet(int base, Payroll.Sheet sheet, Payroll.@Nullable BackPay backPay) {}

    /// Workers were paid what this payroll owes them another way, such as by order of the inspection.
    record Settlement(List<String> personIds, LocalDate paidOn, String reference) {}
}
