package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every night: publicity that is over leads to the waiting list, homes not signed for in time go back, and what a
/// crash left undone is done.
@Component
class ApplicationJob implements BusinessJob {

    private final ApplicationDesk desk;
    private final ApplicationMovedReaction applicationMoved;

    ApplicationJob(ApplicationDesk desk, ApplicationMovedReaction applicationMoved) {
        this.desk = desk;
        this.applicationMoved = applicationMoved;
    }

    @Override
    public String name() {
        return "housing-applications";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 10);
    }

    @Override
    public void run(LocalDate businessDate) {
        var at = ZonedDateTime.of(businessDate, at(), Dates.ZONE).toInstant();
        applicationMoved.sweep(businessDate);
        desk.sweep(businessDate, CommandContext.ofSystem(at));
    }
}
