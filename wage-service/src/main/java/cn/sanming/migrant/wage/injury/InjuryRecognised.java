package cn.sanming.migrant.wage.injury;

import cn.sanming.migrant.platform.casefile.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// The injury is a work injury.
@DomainEvent.Type("wage.injury.recognised")
record InjuryRecognised(
        @JsonIgnore String injuryId,
        String personId,
        String employerUscc,
        LocalDate acceptedOn,
        LocalDate decidedOn,
        boolean clearCase)
        implements DomainEvent {

    @Override
    public String subject() {
        return injuryId;
    }
}
