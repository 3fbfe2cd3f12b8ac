package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every night: applications whose material was not supplied in the time set lapse.
@Component
class LapseJob implements BusinessJob {

    private final AidDesk desk;
    private final Clock clock;

    LapseJob(AidDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "legal-aid-lapse";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.lapse(businessDate, CommandContext.ofSystem(clock.instant()));
    }
}
