package cn.sanming.migrant.community.school.project;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// New places are in use (新增学位).
@DomainEvent.Type("community.school.seatsadded")
record SeatsAdded(@JsonIgnore String projectId, String schoolId, String districtCode, int seats, LocalDate inUseOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return projectId;
    }
}
