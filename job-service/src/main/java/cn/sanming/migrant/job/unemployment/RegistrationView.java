package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.rules.Decision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A registration as the worker and the officers see it, with the decision and its grounds.
record RegistrationView(
        String id,
        String state,
        RegistrationRequest request,
        LocalDate applicationDate,
        List<String> missing,
        @Nullable String adviser,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate lastContactOn,
        UnemploymentRegistration.@Nullable CancelReason cancelReason,
        List<UnemploymentRegistration.AdviserNote> notes,
        @Nullable LocalDate decideBy,
        @Nullable LocalDate firstRecommendationsBy,
        @Nullable Decision<UnemploymentRule.Finding> decision) {

    /// @param decideBy               last day for the officer, while the clock runs
    /// @param firstRecommendationsBy last day for the first recommendations, once registered
    static RegistrationView of(
            UnemploymentRegistration registration,
            @Nullable LocalDate decideBy,
            @Nullable LocalDate firstRecommendationsBy) {
        return new RegistrationView(
                registration.id(),
                registration.file().state(),
                registration.request(),
                registration.applicationDate(),
                List.copyOf(registration.missing()),
                registration.adviser(),
                registration.registeredOn(),
                registration.lastContactOn(),
                registration.cancelReason(),
                List.copyOf(registration.notes()),
                decideBy,
                firstRecommendationsBy,
                registration.decision());
    }
}
