package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every morning: where the wage department was silent it is asked again, so that nobody brings papers in vain.
@Component
class EmploymentJob implements BusinessJob {

    private final ApplicationDesk desk;

    EmploymentJob(ApplicationDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "housing-employment";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(6, 0);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.confirmEmployments(CommandContext.ofSystem(
                ZonedDateTime.of(businessDate, at(), Dates.ZONE).toInstant()));
    }
}
