package cn.sanming.migrant.job.fair;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is planned: when, where, and as part of which action.
///
/// @param venue the place, or the address of an online fair
record FairPlan(
        @NotBlank @Size(max = 100) String name,
        FairKind kind,
        String district,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable @Size(max = 200) String venue,
        boolean online) {}
