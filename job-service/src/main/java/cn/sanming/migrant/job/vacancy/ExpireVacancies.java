package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Ends vacancies whose last day has passed, each night.
@Component
final class ExpireVacancies implements BusinessJob {

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
    public void run(LocalDate businessDate) {
        desk.expireOverdue(CommandContext.ofSystem(
                businessDate.atTime(at()).atZone(Dates.ZONE).toInstant()));
    }
}
