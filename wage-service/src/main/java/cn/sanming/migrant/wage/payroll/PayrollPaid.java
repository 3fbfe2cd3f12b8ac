package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A payroll has been paid in full: every line is credited to the worker's own card.
///
/// @param unreadRows rows of the sheet that could not be read, whose workers are not among those paid; none if all were
/// @param backPayOf  the payroll whose workers were paid what it had left out (补发); none for an ordinary one
@DomainEvent.Type("wage.payroll.paid")
record PayrollPaid(
        @JsonIgnore String payrollId,
        @Nullable String projectId,
        String employerUscc,
        YearMonth period,
        int workers,
        Money total,
        LocalDate effectiveDueDate,
        LocalDate paidOn,
        int insuredUnemployment,
        @Nullable Integer unreadRows,
        @Nullable String backPayOf)
        implements DomainEvent {

    static PayrollPaid of(Payroll payroll, LocalDate paidOn) {
        var backPay = payroll.backPay();
        return new PayrollPaid(
                payroll.id(),
                payroll.projectId(),
                payroll.employerUscc(),
                payroll.period(),
                payroll.tally().workers(),
                payroll.total(),
                payroll.effectiveDueDate(),
                paidOn,
                payroll.tally().insured(),
                payroll.gaps().isEmpty() ? null : payroll.gaps().size(),
                backPay == null ? null : backPay.payrollId());
    }

    @Override
    public String subject() {
        return payrollId;
    }
}
