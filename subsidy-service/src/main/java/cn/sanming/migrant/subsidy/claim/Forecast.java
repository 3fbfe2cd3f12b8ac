package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the rule says of a claim on the day it is handed in (提交时预审): no decision, but nobody waits for weeks to hear
/// that a month was missing.
///
/// @param reasons      what stands against it
/// @param possibleFrom the first day on which it would be granted if nothing changes but the day
public record Forecast(
        boolean eligible,
        Money amount,
        List<String> reasons,
        @Nullable LocalDate possibleFrom) {

    private static final Set<String> TURNED_BY_TIME = Set.of("OPERATED_LT_1_YEAR", "STABLE_EMPLOYMENT_TOO_SHORT");

    /// @param again what the rule says on another day
    public static Forecast of(Assessment made, Function<LocalDate, Assessment> again) {
        var from = made.eligible()
                ? Optional.<LocalDate>empty()
                : firstDay(made).filter(day -> again.apply(day).eligible());
        return new Forecast(made.eligible(), made.amount(), made.reasons(), from.orElse(null));
    }

    /// Conditions that time alone turns require a day: the first on which they hold.
    private static Optional<LocalDate> firstDay(Assessment made) {
        return made.steps().stream()
                .filter(step -> !step.passed() && step.statement().startsWith("not "))
                .filter(step -> TURNED_BY_TIME.contains(step.statement().substring("not ".length())))
                .map(step -> day(step.required()))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
