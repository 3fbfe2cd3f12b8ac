package cn.sanming.migrant.housing.project;

import cn.sanming.migrant.housing.unit.UnitKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A project as it is shown.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectView(
        String id,
        String state,
        String name,
        String parkName,
        String district,
        UnitKind unitKind,
        int plannedUnits,
        @Nullable Integer actualUnits,
        @Nullable LocalDate completedOn) {

    static ProjectView of(HousingProject project) {
        var plan = project.plan;
        return new ProjectView(
                project.id,
                project.file.state(),
                plan.name(),
                plan.parkName(),
                plan.district(),
                plan.unitKind(),
                plan.plannedUnits(),
                project.actualUnits,
                project.completedOn);
    }
}
