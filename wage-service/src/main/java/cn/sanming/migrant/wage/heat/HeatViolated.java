package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// An employer had people work in the heat where it must not.
@DomainEvent.Type("wage.heat.violated")
record HeatViolated(
        @JsonIgnore String violationId, String employerUscc, String districtCode, LocalDate day, HeatBreach rule)
        implements DomainEvent {

    @Override
    public String subject() {
        return violationId;
    }
}
