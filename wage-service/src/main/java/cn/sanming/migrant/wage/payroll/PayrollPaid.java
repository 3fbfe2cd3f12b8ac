package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A payroll has been paid in full: every line is credited to the worker's own card.
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
        int insuredUnemployment)
        implements DomainEvent {

    @Override
    public String subject() {
        return payrollId;
    }
}
