package cn.sanming.migrant.wage.injury;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is handed in at the window for work injuries.
final class InjuryForms {

    private InjuryForms() {}

    record Report(
            @Size(min = 1, max = 40) String personId,
            String employerUscc,
            String district,
            @Size(max = 40) @Nullable String projectId,
            LocalDate accidentOn,
            @Size(min = 1, max = 200) String place,
            @Size(min = 1, max = 2000) String cause,
            Applicant.Kind applicant) {}

    /// One written list of everything that is missing (一次性告知).
    record Missing(@NotEmpty List<Item> items) {}

    /// @param newlyArisen the item could not be asked for the first time, because it follows from what was supplied
    /// since
    record Item(
            @Size(min = 1, max = 200) String name, @Nullable Boolean newlyArisen) {

        boolean couldNotBeSeenBefore() {
            return Boolean.TRUE.equals(newlyArisen);
        }
    }

    record Supplied(@NotEmpty List<@Size(min = 1, max = 200) String> items) {}

    /// @param clearCase       facts and rights are clear, the short deadline holds (工伤保险条例 art. 20)
    /// @param extensionReason why the employer's thirty days were extended (art. 17), if they were
    record Acceptance(
            boolean clearCase,
            @Size(min = 1, max = 1000) @Nullable String extensionReason) {}

    /// @param awaiting the judicial or administrative finding the case waits for
    record Suspension(@Size(min = 1, max = 1000) String awaiting) {}
}
