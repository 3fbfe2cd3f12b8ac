package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// What ends a registration without an officer: work, retirement, six months without contact.
@Component
class UnemploymentChanges implements BusinessJob {

    private final UnemploymentDesk desk;
    private final Clock clock;

    record Placed(String personId) {}

    UnemploymentChanges(UnemploymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent("job.placement.confirmed")
    void endForWork(Placed placement, Received event) {
        desk.employed(placement.personId(), event.react(clock.instant()));
    }

    @Override
    public String name() {
        return "unemployment-registrations";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 15);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.endOverdue(
                businessDate,
                Act.ofSystem(businessDate.atTime(at()).atZone(Dates.ZONE).toInstant()));
    }
}
