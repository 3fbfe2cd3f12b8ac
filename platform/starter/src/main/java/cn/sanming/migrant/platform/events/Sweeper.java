package cn.sanming.migrant.platform.events;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;

/// Finds the events a crash left behind and hands them to the relay: at start-up, and from time to time.
/// Its clock is the machine's: it looks after machinery, not after business dates.
final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Outboxes outboxes;
    private final Relay relay;
    private final TaskScheduler scheduler;
    private final Duration interval;

    Sweeper(Outboxes outboxes, Relay relay, TaskScheduler scheduler, Duration interval) {
        this.outboxes = outboxes;
        this.relay = relay;
        this.scheduler = scheduler;
        this.interval = interval;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.schedule(this::sweepAll, Instant.now());
        scheduler.scheduleWithFixedDelay(this::sweepAll, Instant.now().plus(interval), interval);
        var soon = Duration.ofSeconds(5);
        scheduler.scheduleWithFixedDelay(this::sweepOverflow, Instant.now().plus(soon), soon);
    }

    private void sweepOverflow() {
        if (relay.depth() == 0 && relay.takeOverflow()) {
            sweepAll();
        }
    }

    void sweepAll() {
        try {
            outboxes.sweep(relay::offer);
        } catch (RuntimeException e) {
            LOG.warn("sweep postponed: {}", e.toString());
        }
    }
}
