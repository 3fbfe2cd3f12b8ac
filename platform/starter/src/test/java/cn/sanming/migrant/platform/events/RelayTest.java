package cn.sanming.migrant.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

class RelayTest {

    /// A store and a broker that can be away.
    private final Map<String, Parcel> store = new ConcurrentHashMap<>();

    private final List<String> broker = new CopyOnWriteArrayList<>();
    private final List<String> tooLarge = new CopyOnWriteArrayList<>();
    private volatile boolean brokerAway;

    private final EventPublisher publisher = mock(EventPublisher.class);
    private final Outboxes outboxes = mock(Outboxes.class);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Clock clock = Clock.fixed(Pending.RECORDED.plusSeconds(60), ZoneOffset.UTC);
    private final Relay relay = new Relay(publisher, outboxes, meters, clock, Duration.ofSeconds(5));
    private final OutboxDepth depth = new OutboxDepth(outboxes, relay, meters, clock);

    @BeforeEach
    @SuppressWarnings("unchecked")
    void connect() throws InterruptedException {
        when(publisher.send(anyString(), any())).thenAnswer(call -> send(call.getArgument(1)));
        doAnswer(call -> takeOff(call.getArgument(0))).when(outboxes).takeOff(any());
        when(outboxes.sweep(any())).thenAnswer(call -> {
            Predicate<Parcel> found = call.getArgument(0);
            return new ArrayList<>(store.values()).stream().allMatch(found);
        });
        when(outboxes.owed()).thenAnswer(_ -> owed());
    }

    @AfterEach
    void end() {
        brokerAway = false;
        relay.stop();
    }

    private CompletableFuture<?> send(PendingEvent event) {
        if (brokerAway) {
            return CompletableFuture.failedFuture(new TimeoutException("away"));
        }
        if (tooLarge.contains(event.id())) {
            return CompletableFuture.failedFuture(new RecordTooLargeException());
        }
        broker.add(event.id());
        return CompletableFuture.completedFuture(null);
    }

    private Object takeOff(Map<Parcel, List<String>> acknowledged) {
        acknowledged.forEach((parcel, ids) -> store.computeIfPresent(parcel.caseId(), (_, owing) -> {
            var left = owing.events().stream()
                    .filter(event -> !ids.contains(event.id()))
                    .toList();
            return left.isEmpty() ? null : Parcel.of(owing.collection(), owing.caseId(), left);
        }));
        return null;
    }

    private Outboxes.Owed owed() {
        return store.values().stream()
                .flatMap(parcel -> parcel.events().stream())
                .map(event -> new Outboxes.Owed(1, event.time()))
                .reduce(Outboxes.Owed.NOTHING, Outboxes.Owed::and);
    }

    private void save(Parcel parcel) {
        store.merge(parcel.caseId(), parcel, Parcel::with);
        relay.offer(parcel);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @Test
    void sendsTheEventsOfEachCaseInOrderAndTakesThemOff() {
        save(Pending.parcel("a", 1, 2, 3));
        save(Pending.parcel("b", 1, 2));
        relay.start();

        await().until(() -> store.isEmpty() && relay.isIdle());
        assertThat(broker).filteredOn(id -> id.startsWith("a")).containsExactly("a#1", "a#2", "a#3");
        assertThat(broker).filteredOn(id -> id.startsWith("b")).containsExactly("b#1", "b#2");
        assertThat(relay.delivered()).isEqualTo(5);
        assertThat(meters.get("outbox.relay.lag").timer().max(TimeUnit.SECONDS)).isEqualTo(59);
    }

    @Test
    void knowsItsTrueDepthWhileTheBrokerIsAwayAndSendsAllWhenItIsBack() {
        brokerAway = true;
        relay.start();
        IntStream.range(0, 50).forEach(i -> save(Pending.parcel("c" + i, 1, 2)));
        depth.count();

        assertThat(gauge("outbox.depth")).isEqualTo(100);
        assertThat(gauge("outbox.oldest.age")).isEqualTo(59);
        await().until(() -> !relay.isLate() && relay.inHand().events() == 100);

        brokerAway = false;
        await().until(() -> store.isEmpty() && relay.isIdle());
        depth.count();
        assertThat(gauge("outbox.depth")).isZero();
        assertThat(gauge("outbox.oldest.age")).isZero();
        IntStream.range(0, 50)
                .forEach(i -> assertThat(broker.indexOf("c" + i + "#1")).isLessThan(broker.indexOf("c" + i + "#2")));
        assertThat(broker).doesNotHaveDuplicates();
    }

    @Test
    void sweepsWhatDidNotFitInHandWhenTheBrokerIsBack() throws InterruptedException {
        brokerAway = true;
        relay.start();
        var huge = "x".repeat(3 * 1024 * 1024);
        for (int i = 0; i < 10; i++) {
            var event = Pending.event("h" + i, 1);
            var withData = new PendingEvent(
                    event.id(), event.type(), event.subject(), event.time(), 1, null, "story", null, null, huge);
            save(new Parcel("tickets", "h" + i, List.of(withData)));
        }
        assertThat(relay.inHand().weight()).isLessThanOrEqualTo(16 * 1024 * 1024);
        depth.count();
        assertThat(gauge("outbox.depth")).isEqualTo(10);

        brokerAway = false;
        await().until(relay::isLate);
        relay.sweep();

        await().until(() -> store.isEmpty() && relay.isIdle());
        assertThat(broker).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void sendsNothingTwiceThatTheStoreCouldNotBeToldOf() throws InterruptedException {
        doThrow(new IllegalStateException("the store is away")).when(outboxes).takeOff(any());
        relay.start();
        save(Pending.parcel("a", 1));
        await().until(() -> relay.inHand().isEmpty());
        assertThat(relay.isIdle()).as("it still waits in the store").isFalse();

        doAnswer(call -> takeOff(call.getArgument(0))).when(outboxes).takeOff(any());
        relay.sweep();

        await().until(store::isEmpty);
        assertThat(broker).containsExactly("a#1");
    }

    @Test
    void leavesAnEventThatTheBrokerNeverTakesAndTheOnesBehindItButHoldsUpNoOtherCase() {
        tooLarge.add("a#1");
        save(Pending.parcel("a", 1, 2));
        save(Pending.parcel("b", 1));
        relay.start();

        await().until(() -> relay.inHand().isEmpty());
        assertThat(broker).containsExactly("b#1");
        depth.count();
        assertThat(gauge("outbox.depth")).isEqualTo(2);
    }

    @Test
    void looksAfterWhatAnotherInstanceLeft() {
        relay.start();
        store.put("dead", Pending.parcel("dead", 1));

        depth.count();
        assertThat(relay.isLate()).as("its owner may be at work").isFalse();
        depth.count();
        assertThat(relay.isLate()).isTrue();
    }

    @Test
    void sendsWhatIsInHandAndWhatIsLeftInTheStoreBeforeItStops() {
        relay.start();
        store.put("left", Pending.parcel("left", 1));
        relay.noteLate();
        IntStream.range(0, 1_000).forEach(i -> save(Pending.parcel("s" + i, 1)));

        relay.stop();

        assertThat(store).isEmpty();
        assertThat(broker).hasSize(1_001);
        assertThat(relay.isRunning()).isFalse();
    }

    @Test
    void stopsAfterTheRequestsTheIntakeAndTheJobs() {
        assertThat(EventIntake.PHASE).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
        assertThat(relay.getPhase())
                .isLessThan(EventIntake.PHASE)
                .isLessThan(new SimpleAsyncTaskScheduler().getPhase());
    }
}
