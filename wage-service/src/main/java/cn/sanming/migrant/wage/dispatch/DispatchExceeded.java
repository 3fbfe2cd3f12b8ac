package cn.sanming.migrant.wage.dispatch;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// An employer reported more dispatched workers than one in ten.
@DomainEvent.Type("wage.dispatch.exceeded")
record DispatchExceeded(@JsonIgnore String employerUscc, int direct, int dispatched, int maximum, LocalDate asOf)
        implements DomainEvent {

    @Override
    public String subject() {
        return employerUscc;
    }
}
