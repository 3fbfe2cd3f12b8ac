package cn.sanming.migrant.job.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A vacancy as its parties and officers see it.
record VacancyView(
        String id,
        VacancyState state,
        VacancyOffer offer,
        @Nullable String agencyUscc,
        int openingsLeft,
        @Nullable Instant submittedAt,
        @Nullable LocalDate moderateBy,
        @Nullable Refused rejection,
        @Nullable Instant publishedAt,
        @Nullable LocalDate expiresOn,
        Instant changedAt) {

    /// Why it was sent back.
    record Refused(String reason, @Nullable String error) {}

    /// @param moderateBy last day of the officer's deadline, while it runs
    static VacancyView of(Vacancy vacancy, @Nullable LocalDate moderateBy) {
        var rejection = vacancy.rejection();
        return new VacancyView(
                vacancy.id(),
                vacancy.state(),
                vacancy.offer(),
                vacancy.agencyUscc(),
                vacancy.openingsLeft(),
                vacancy.submittedAt(),
                moderateBy,
                rejection == null ? null : new Refused(rejection.reason(), rejection.error()),
                vacancy.publishedAt(),
                vacancy.expiresOn(),
                vacancy.changedAt());
    }
}
