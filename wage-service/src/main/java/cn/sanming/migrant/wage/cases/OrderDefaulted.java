package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// The due day of an order passed with wages still owed (逾期未支付).
@DomainEvent.Type("wage.order.defaulted")
record OrderDefaulted(
        @JsonIgnore String orderId, String caseId, String employerUscc, Money outstanding, LocalDate dueOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return orderId;
    }
}
