package cn.sanming.migrant.community.health.vaccination;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A dose was given (已接种), for the counts of supervision.
///
/// @param childId a name for counts only: the child is known by it nowhere else
@DomainEvent.Type("community.vaccination.given")
record VaccinationGiven(
        @JsonIgnore String doseId, String childId, String vaccine, int doseNo, LocalDate givenOn, LocalDate dueOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return doseId;
    }
}
