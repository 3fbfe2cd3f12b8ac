package cn.sanming.migrant.legalaid.visit;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// The visit has a day, or a new one (已预约).
@DomainEvent.Type("legalaid.visit.scheduled")
record VisitScheduled(
        @JsonIgnore String visitId, String groupId, int workers, String place, LocalDate visitOn, LocalDate requestedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return visitId;
    }
}
