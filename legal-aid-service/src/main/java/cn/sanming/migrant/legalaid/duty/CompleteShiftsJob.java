package cn.sanming.migrant.legalaid.duty;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every evening: the shifts of the day are done.
@Component
class CompleteShiftsJob implements BusinessJob {

    private final DutyDesk desk;
    private final Clock clock;

    CompleteShiftsJob(DutyDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "duty-complete";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(22, 0);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.complete(CommandContext.ofSystem(clock.instant()));
    }
}
