package cn.sanming.migrant.platform.events;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;

/// Finds the events that a crash or an outage left behind and hands them to the relay: at start-up, and within
/// seconds whenever something is known to be late. Its clock is the machine's: it looks after machinery, not after
/// business dates.
final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int COUNTING_SHARE = 20;

    private final Relay relay;
    private final OutboxDepth depth;
    private final DeadLetters letters;
    private final TaskScheduler scheduler;
    private final Duration interval;
    private Instant affordable = Instant.MIN;
    private Instant due = Instant.MIN;

    /// @param interval how often the outboxes are counted while nothing is known to wait
    Sweeper(Relay relay, OutboxDepth depth, DeadLetters letters, TaskScheduler scheduler, Duration interval) {
        this.relay = relay;
        this.depth = depth;
        this.letters = letters;
        this.scheduler = scheduler;
        this.interval = interval;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        relay.noteLate();
        scheduler.scheduleWithFixedDelay(this::look, Instant.now(), TICK);
        scheduler.scheduleWithFixedDelay(this::countLetters, Instant.now(), interval);
    }

    void look() {
        try {
            if (relay.isLate()) {
                relay.sweep();
            }
            count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("sweep postponed: {}", Causes.kindOf(e));
        }
    }

    private void countLetters() {
        try {
            letters.count();
        } catch (RuntimeException e) {
            LOG.warn("dead letters not counted: {}", Causes.kindOf(e));
        }
    }

    /// While something waits it is counted at each look, as long as counting is a small part of the work.
    private void count() {
        var begun = Instant.now();
        if (begun.isBefore(depth.events() > 0 ? affordable : due)) {
            return;
        }
        depth.count();
        var end = Instant.now();
        affordable = end.plus(Duration.between(begun, end).multipliedBy(COUNTING_SHARE));
        due = affordable.plus(interval);
    }
}
