package cn.sanming.migrant.wage.injury;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody was hurt at work and recognition is asked for.
@DomainEvent.Type("wage.injury.reported")
record InjuryReported(
        @JsonIgnore String injuryId,
        String personId,
        String employerUscc,
        @Nullable String projectId,
        LocalDate accidentOn,
        LocalDate employerFileBy,
        LocalDate workerFileBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return injuryId;
    }
}
