package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// What the world learns about a loan.
final class LoanEvents {

    private LoanEvents() {}

    @DomainEvent.Type("subsidy.loan.qualified")
    record Qualified(
            @JsonIgnore String subject,
            GuaranteedLoan.Kind kind,
            String borrowerId,
            String districtCode,
            Money maximum,
            CreditCode guarantorUscc,
            CreditCode bankUscc)
            implements DomainEvent {}

    @DomainEvent.Type("subsidy.loan.disbursed")
    record Disbursed(
            @JsonIgnore String subject,
            GuaranteedLoan.Kind kind,
            String borrowerId,
            String districtCode,
            Money amount,
            LocalDate disbursedOn,
            LocalDate dueOn)
            implements DomainEvent {}

    @DomainEvent.Type("subsidy.loan.overdue")
    record Overdue(@JsonIgnore String subject, String borrowerId, Money outstanding, LocalDate dueOn)
            implements DomainEvent {}
}
