package cn.sanming.migrant.legalaid.circuit;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A session was held at a circuit point (巡回审理).
@DomainEvent.Type("legalaid.circuit.held")
record CircuitHeld(@JsonIgnore String sessionId, String pointId, String districtCode, LocalDate heldOn, int cases)
        implements DomainEvent {

    @Override
    public String subject() {
        return sessionId;
    }
}
