package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// An order to pay was issued (限期支付指令).
@DomainEvent.Type("wage.order.issued")
record OrderIssued(
        @JsonIgnore String orderId,
        String caseId,
        String employerUscc,
        int workers,
        Money total,
        LocalDate issuedOn,
        LocalDate dueOn)
        implements DomainEvent {

    static OrderIssued of(PayOrder order, String caseId, String employerUscc) {
        return new OrderIssued(
                order.id(), caseId, employerUscc, order.items().size(), order.total(), order.issuedOn(), order.dueOn());
    }

    @Override
    public String subject() {
        return orderId;
    }
}
