package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// Work on a site has begun, with all that must stand before it does.
@DomainEvent.Type("wage.project.started")
record ProjectStarted(
        @JsonIgnore String projectId,
        String name,
        String districtCode,
        String ownerUscc,
        String contractorUscc,
        Money contractPrice,
        Industry industry,
        LocalDate startedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return projectId;
    }
}
