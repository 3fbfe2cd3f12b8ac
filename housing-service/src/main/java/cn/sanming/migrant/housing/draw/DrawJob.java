package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every morning: lists that are over are closed, and announced draws are held.
@Component
class DrawJob implements BusinessJob {

    private final RoundDesk desk;
    private final RoundClosedReaction roundClosed;

    DrawJob(RoundDesk desk, RoundClosedReaction roundClosed) {
        this.desk = desk;
        this.roundClosed = roundClosed;
    }

    @Override
    public String name() {
        return "housing-draws";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(10, 0);
    }

    @Override
    public void run(LocalDate businessDate) {
        roundClosed.sweep(businessDate);
        desk.sweep(
                businessDate,
                CommandContext.ofSystem(
                        ZonedDateTime.of(businessDate, at(), Dates.ZONE).toInstant()));
    }
}
