package cn.sanming.migrant.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;

/// Carries recorded events from the outbox to the broker, right after the save. It never blocks a request:
/// it sends a batch in waves (the n-th event of every case), and takes off the outboxes what was acknowledged.
/// What it cannot send stays in the documents, for its next attempt or for the sweeper.
public final class Relay extends AbstractMongoEventListener<Object> implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final int CAPACITY = 20_000;

    private final BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicInteger inHand = new AtomicInteger();
    private final EventPublisher publisher;
    private final Outboxes outboxes;
    private final SentEvents sent = new SentEvents(50_000);
    private final Timer lag;
    private final AtomicLong delivered = new AtomicLong();
    private volatile boolean running;
    private volatile boolean overflowed;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /// The events of one case that wait to be sent.
    record Parcel(String collection, String caseId, List<PendingEvent> events) {}

    Relay(EventPublisher publisher, Outboxes outboxes, MeterRegistry meters) {
        this.publisher = publisher;
        this.outboxes = outboxes;
        this.lag = Timer.builder("outbox.relay.lag")
                .description("from the recording of an event to the broker's acknowledgement")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        meters.gauge("outbox.depth", inHand);
    }

    @Override
    public void onAfterSave(AfterSaveEvent<Object> event) {
        if (event.getSource() instanceof OutboxOwner record) {
            var pending = record.outbox().pending();
            if (!pending.isEmpty()) {
                offer(new Parcel(event.getCollectionName(), record.id(), pending));
            }
        }
    }

    void offer(Parcel parcel) {
        inHand.addAndGet(parcel.events().size());
        if (!queue.offer(parcel)) {
            inHand.addAndGet(-parcel.events().size());
            overflowed = true;
        }
    }

    /// Events that this process knows of and that are not acknowledged yet.
    public int depth() {
        return inHand.get();
    }

    /// Events this process has delivered to the broker since it started.
    public long delivered() {
        return delivered.get();
    }

    /// Whether events had to be left in their documents; asking resets it.
    boolean takeOverflow() {
        boolean was = overflowed;
        overflowed = false;
        return was;
    }

    private void run() {
        while (running) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                var batch = new ArrayList<Parcel>();
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                deliver(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("relay: {}; the events stay in their outboxes", e.toString());
                overflowed = true;
            }
        }
    }

    private void deliver(List<Parcel> batch) throws InterruptedException {
        var acknowledged = new LinkedHashMap<Parcel, List<String>>();
        var failed = new ArrayList<Parcel>();
        int handled = batch.stream().mapToInt(parcel -> parcel.events().size()).sum();
        var open = new ArrayList<>(batch);
        for (int wave = 0; !open.isEmpty(); wave++) {
            var sends = new LinkedHashMap<Parcel, CompletableFuture<?>>();
            for (var parcel : open) {
                var event = parcel.events().get(wave);
                sends.put(
                        parcel,
                        sent.contains(event.id())
                                ? CompletableFuture.completedFuture(null)
                                : publisher.send(parcel.caseId(), event));
            }
            publisher.flush();
            open = settle(sends, wave, acknowledged, failed);
        }
        try {
            outboxes.takeOff(acknowledged);
        } finally {
            inHand.addAndGet(-handled);
            failed.forEach(this::offer);
        }
        if (!failed.isEmpty()) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private ArrayList<Parcel> settle(
            Map<Parcel, CompletableFuture<?>> sends,
            int wave,
            Map<Parcel, List<String>> acknowledged,
            List<Parcel> failed)
            throws InterruptedException {
        var next = new ArrayList<Parcel>();
        for (var entry : sends.entrySet()) {
            var parcel = entry.getKey();
            try {
                entry.getValue().get();
                var event = parcel.events().get(wave);
                if (sent.add(event.id())) {
                    delivered.incrementAndGet();
                    lag.record(Duration.between(event.time(), Instant.now()).abs());
                }
                acknowledged.computeIfAbsent(parcel, _ -> new ArrayList<>()).add(event.id());
                if (wave + 1 < parcel.events().size()) {
                    next.add(parcel);
                }
            } catch (ExecutionException e) {
                LOG.warn(
                        "the broker did not take an event of {}: {}",
                        parcel.caseId(),
                        e.getCause().toString());
                failed.add(new Parcel(
                        parcel.collection(),
                        parcel.caseId(),
                        parcel.events().subList(wave, parcel.events().size())));
            }
        }
        return next;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        var patience = Instant.now().plusSeconds(5);
        try {
            while (!queue.isEmpty() && Instant.now().isBefore(patience)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            running = false;
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
