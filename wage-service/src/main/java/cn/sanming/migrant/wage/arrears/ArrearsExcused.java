package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// An officer found force majeure (不可抗力): the alert stops, the wages stay owed.
@DomainEvent.Type("wage.arrears.excused")
record ArrearsExcused(@JsonIgnore String arrearsId, String employerUscc, Money total, LocalDate excusedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return arrearsId;
    }
}
