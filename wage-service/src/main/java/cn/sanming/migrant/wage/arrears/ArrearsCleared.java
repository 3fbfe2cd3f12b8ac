package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// Nothing is owed any more.
@DomainEvent.Type("wage.arrears.cleared")
record ArrearsCleared(@JsonIgnore String arrearsId, String employerUscc, Money total, LocalDate clearedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return arrearsId;
    }
}
