package cn.sanming.migrant.platform.events;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;

/// Carries recorded events from the outbox to the broker, right after the save. It never blocks a request. What it
/// cannot send stays in the documents and in hand as far as there is room; the rest is late, and swept up later.
public final class Relay extends AbstractMongoEventListener<Object> implements SmartLifecycle {

    /// It stops after the requests, the intake and the jobs: whatever they recorded still leaves.
    static final int PHASE = ExecutorConfigurationSupport.DEFAULT_PHASE - 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final int CAPACITY = 16 * 1024 * 1024;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Parcels parcels = new Parcels(CAPACITY);
    private final SentEvents sent = new SentEvents(50_000);
    private final EventPublisher publisher;
    private final Outboxes outboxes;
    private final Clock clock;
    private final Timer lag;
    private final Duration patience;
    private final AtomicLong delivered = new AtomicLong();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;
    private final AtomicLong lateNotes = new AtomicLong();
    private volatile long sweptNotes;
    private volatile boolean brokerAway;
    private @Nullable Thread thread;

    /// @param patience how long a stop waits for what is still to be sent
    Relay(EventPublisher publisher, Outboxes outboxes, MeterRegistry meters, Clock clock, Duration patience) {
        this.publisher = publisher;
        this.outboxes = outboxes;
        this.clock = clock;
        this.patience = patience;
        this.lag = Timer.builder("outbox.relay.lag")
                .description("from the recording of an event to the broker's acknowledgement")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        FunctionCounter.builder("outbox.delivered", delivered, AtomicLong::get)
                .description("events the broker has acknowledged")
                .register(meters);
    }

    @Override
    public void onAfterSave(AfterSaveEvent<Object> event) {
        if (event.getSource() instanceof OutboxOwner owner) {
            var pending = owner.outbox().pending();
            if (!pending.isEmpty()) {
                offer(Parcel.of(event.getCollectionName(), owner.id(), pending));
            }
        }
    }

    void offer(Parcel parcel) {
        if (!parcels.offer(parcel)) {
            noteLate();
        }
    }

    /// What is in hand: events that this process knows of and that are not acknowledged yet.
    Parcels inHand() {
        return parcels;
    }

    /// Events this process has delivered to the broker since it started.
    public long delivered() {
        return delivered.get();
    }

    /// Nothing is in hand, and nothing is known to wait in the store.
    public boolean isIdle() {
        return parcels.isEmpty() && lateNotes.get() == sweptNotes;
    }

    /// Events wait in the store that nobody has in hand.
    void noteLate() {
        lateNotes.incrementAndGet();
    }

    /// Whether sweeping is due and would help now.
    boolean isLate() {
        return lateNotes.get() != sweptNotes && !brokerAway;
    }

    /// Hands over to this relay what waits in the store, as fast as it can be sent.
    void sweep() throws InterruptedException {
        long notes = lateNotes.get();
        var interrupted = new AtomicReference<InterruptedException>();
        boolean all = outboxes.sweep(parcel -> {
            try {
                return handOver(parcel);
            } catch (InterruptedException e) {
                interrupted.set(e);
                return false;
            }
        });
        if (interrupted.get() != null) {
            throw interrupted.get();
        }
        if (all) {
            sweptNotes = notes;
        }
    }

    private boolean handOver(Parcel parcel) throws InterruptedException {
        while (running && !brokerAway) {
            if (parcels.offer(parcel, PAUSE)) {
                return true;
            }
        }
        return false;
    }

    private void run() {
        while (running) {
            try {
                // while the broker is away, one parcel finds out whether it is back
                var batch = parcels.take(brokerAway ? 1 : BATCH, Duration.ofMillis(200));
                if (!batch.isEmpty()) {
                    deliver(new Delivery(publisher, sent, this::note), batch);
                }
                if (brokerAway) {
                    var _ = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void deliver(Delivery delivery, List<Parcel> batch) throws InterruptedException {
        var left = batch;
        try {
            delivery.carry(batch);
            left = delivery.left();
            brokerAway = delivery.brokerAway();
            outboxes.takeOff(delivery.delivered());
        } catch (RuntimeException e) {
            LOG.warn("relay: {}; the events stay in their outboxes", Causes.kindOf(e));
            noteLate();
        } finally {
            parcels.settle(left);
        }
    }

    private void note(PendingEvent event) {
        delivered.incrementAndGet();
        lag.record(Duration.between(event.time(), clock.instant()));
    }

    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    /// Sends what is in hand and what was left in the store, if the broker takes it in time.
    @Override
    public void stop() {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!isIdle() && !brokerAway && System.nanoTime() < end) {
                if (parcels.isEmpty() && isLate()) {
                    sweep();
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the store could not be asked for what is left: {}", Causes.kindOf(e));
        }
        if (!isIdle()) {
            LOG.warn("{} events stay in their outboxes for the next sweep", parcels.events());
        }
        end();
    }

    private void end() {
        running = false;
        stopping.countDown();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
