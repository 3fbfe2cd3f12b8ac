package cn.sanming.migrant.wage.injury;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The injury is a work injury.
///
/// @param suspendedDays on which the clock stood still; left out when it never did
@DomainEvent.Type("wage.injury.recognised")
record InjuryRecognised(
        @JsonIgnore String injuryId,
        String personId,
        String employerUscc,
        LocalDate acceptedOn,
        LocalDate decidedOn,
        boolean clearCase,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer suspendedDays)
        implements DomainEvent {

    @Override
    public String subject() {
        return injuryId;
    }
}
