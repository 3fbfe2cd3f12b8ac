package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Ends vacancies whose last day has passed, each night.
@Component
final class ExpireVacancies implements DueWork {

    private final VacancyDesk desk;

    ExpireVacancies(VacancyDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "expire-vacancies";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 5);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "expire",
                Vacancy.class,
                List.of(VacancyState.PUBLISHED, VacancyState.SUSPENDED, VacancyState.HIDDEN),
                (open, date) -> open.and("expiresOn").lt(date),
                (id, day) -> day.orRetry(desk.expire(id, day.context()))));
    }
}
