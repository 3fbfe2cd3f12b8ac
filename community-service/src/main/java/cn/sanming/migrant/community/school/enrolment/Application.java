package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.School;
import cn.sanming.migrant.community.school.Stage;
import cn.sanming.migrant.platform.reference.WorkerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asking for a school place (入学申请).
///
/// @param preferences one to three schools; may be left out near home, then the nearest ones are taken
/// @param home        where the family lives, to find the nearest school
/// @param declared    only what the city may not know
record Application(
        Child child,
        @NotEmpty @Size(max = 4) List<WorkerId> guardianIds,
        @Min(2010) @Max(2100) int schoolYear,
        Stage stage,
        Channel channel,
        String district,
        @Nullable @Size(max = 3) List<String> preferences,
        School.@Nullable Place home,
        @Nullable @Valid Declared declared) {

    /// @param idNo kept encrypted; only used to see that one child is not entered twice
    record Child(
            WorkerId childId, LocalDate birthDate, @Nullable String idNo) {}
}
