package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// Force majeure was taken back: the alert goes on.
@DomainEvent.Type("wage.arrears.reinstated")
record ArrearsReinstated(@JsonIgnore String arrearsId, String employerUscc, Money total, LocalDate reinstatedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return arrearsId;
    }
}
