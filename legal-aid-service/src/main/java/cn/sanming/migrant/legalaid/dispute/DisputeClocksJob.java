package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Looks every morning at the clocks of all disputes: limits that passed yesterday, awards that take effect today.
@Component
class DisputeClocksJob implements BusinessJob {

    private final DisputeDesk desk;
    private final Clock clock;

    DisputeClocksJob(DisputeDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dispute-clocks";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 10);
    }

    @Override
    public void run(LocalDate businessDate) {
        var context = CommandContext.ofSystem(clock.instant());
        desk.recordPassedLimits(businessDate, context);
        desk.letAwardsTakeEffect(businessDate, context);
    }
}
