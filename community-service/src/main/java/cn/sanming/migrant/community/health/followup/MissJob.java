package cn.sanming.migrant.community.health.followup;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every night: follow-ups whose day has passed are missed.
@Component
class MissJob implements BusinessJob {

    private final FollowUpDesk desk;
    private final Clock clock;

    MissJob(FollowUpDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "followup-miss";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.missDue(businessDate, CommandContext.ofSystem(clock.instant()));
    }
}
