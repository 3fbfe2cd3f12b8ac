package cn.sanming.migrant.housing.project;

import cn.sanming.migrant.housing.unit.UnitKind;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A project is built (项目竣工), with its actual number of beds or flats.
@DomainEvent.Type("housing.project.completed")
record ProjectCompleted(
        @JsonIgnore String projectId,
        String districtCode,
        String parkName,
        int units,
        UnitKind unitKind,
        LocalDate completedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return projectId;
    }
}
