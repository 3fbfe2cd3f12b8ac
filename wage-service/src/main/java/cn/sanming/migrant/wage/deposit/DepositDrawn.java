package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A deposit pays wages that an order to pay did not bring.
@DomainEvent.Type("wage.deposit.drawn")
record DepositDrawn(
        @JsonIgnore String depositId,
        String projectId,
        String contractorUscc,
        Money amount,
        LocalDate drawnOn,
        LocalDate topupBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return depositId;
    }
}
