package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.reference.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A vacancy as everybody sees it; one that is open no more shows only that it is gone.
///
/// @param open whether it may be applied for
public record PublicVacancy(
        String id,
        boolean open,
        Instant changedAt,
        @Nullable String employerUscc,
        @Nullable String district,
        @Nullable String title,
        @Nullable String occupationCode,
        @Nullable Integer openingsLeft,
        @Nullable Money wageMin,
        @Nullable Money wageMax,
        @Nullable String wageUnit,
        @Nullable Integer requiredLevel,
        @Nullable String contact,
        @Nullable Instant publishedAt,
        @Nullable LocalDate expiresOn) {

    static PublicVacancy of(Vacancy vacancy) {
        if (vacancy.state() != VacancyState.PUBLISHED) {
            return new PublicVacancy(
                    vacancy.id(),
                    false,
                    vacancy.changedAt(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        var offer = vacancy.offer();
        return new PublicVacancy(
                vacancy.id(),
                true,
                vacancy.changedAt(),
                offer.employerUscc(),
                offer.district(),
                offer.title(),
                offer.occupationCode(),
                vacancy.openingsLeft(),
                offer.wageMin(),
                offer.wageMax(),
                offer.wageUnit().name(),
                offer.requiredLevel(),
                offer.contact(),
                vacancy.publishedAt(),
                vacancy.expiresOn());
    }
}
