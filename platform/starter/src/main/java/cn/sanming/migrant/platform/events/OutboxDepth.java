package cn.sanming.migrant.platform.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/// What the outboxes of this service owe the world (发件箱积压), as counted in the store, never as booked: events of
/// instances that died count as well, and nothing can leak.
public final class OutboxDepth {

    private final Outboxes outboxes;
    private final Relay relay;
    private final Clock clock;
    private volatile Outboxes.Owed counted = Outboxes.Owed.NOTHING;
    private boolean waitedBefore;

    OutboxDepth(Outboxes outboxes, Relay relay, MeterRegistry meters, Clock clock) {
        this.outboxes = outboxes;
        this.relay = relay;
        this.clock = clock;
        Gauge.builder("outbox.depth", this, OutboxDepth::events)
                .description("events that are recorded and not acknowledged by the broker")
                .register(meters);
        Gauge.builder("outbox.oldest.age", this, depth -> depth.oldestAge().toMillis() / 1000.0)
                .description("age of the oldest event that is recorded and not acknowledged by the broker")
                .baseUnit("seconds")
                .register(meters);
    }

    /// Counts anew. What is found twice in a row while nothing is in hand was left by another instance or by a fault.
    void count() {
        var found = outboxes.owed();
        counted = found;
        boolean waits = found.events() > 0 && relay.inHand().isEmpty();
        if (waits && waitedBefore) {
            relay.noteLate();
        }
        waitedBefore = waits;
    }

    /// At least what is in hand, however old the last count is.
    public long events() {
        return Math.max(counted.events(), relay.inHand().events());
    }

    public Duration oldestAge() {
        var oldest =
                Outboxes.Owed.earlier(counted.oldest(), relay.inHand().oldest().orElse(null));
        var now = clock.instant();
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }
}
