package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.casefile.Act;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/// Publicises (公示) what has passed its review, a moment later and after every crash.
@Component
class Publicist {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ApplicationDesk desk;
    private final TaskScheduler scheduler;
    private final Clock clock;

    Publicist(ApplicationDesk desk, TaskScheduler scheduler, Clock clock) {
        this.desk = desk;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(() -> desk.publiciseReviewed(Act.ofSystem(clock.instant())), PAUSE);
    }
}
