package cn.sanming.migrant.community.school.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A school project as the education department sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SchoolProjectView(
        String id,
        String state,
        @Nullable String district,
        String name,
        String schoolId,
        int plannedSeats,
        @Nullable Integer actualSeats,
        @Nullable LocalDate inUseOn) {

    static SchoolProjectView of(SchoolProject project) {
        return new SchoolProjectView(
                project.id,
                project.file.state(),
                project.file.district(),
                project.name,
                project.schoolId,
                project.plannedSeats,
                project.actualSeats,
                project.inUseOn);
    }
}
