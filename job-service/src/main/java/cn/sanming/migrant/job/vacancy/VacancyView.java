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
        @Nullable Instant publishedAt,
        @Nullable LocalDate expiresOn,
        Instant changedAt) {

    static VacancyView of(Vacancy vacancy) {
        return new VacancyView(
                vacancy.id(),
                vacancy.state(),
                vacancy.offer(),
                vacancy.agencyUscc(),
                vacancy.openingsLeft(),
                vacancy.publishedAt(),
                vacancy.expiresOn(),
                vacancy.changedAt());
    }
}
