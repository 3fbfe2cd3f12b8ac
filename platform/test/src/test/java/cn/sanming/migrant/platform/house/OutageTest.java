package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.embedded.LocalBroker;
import cn.sanming.migrant.platform.embedded.LocalStore;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceProcess;
import cn.sanming.migrant.platform.test.Tokens.Who;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Broker and store go and come back, and the service is told to go: nothing is lost, and the figures tell the truth.
class OutageTest {

    private static final String PATH = "/api/v1/tickets/tickets";

    /// Longer than the producer's own patience of ten seconds.
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("outage.seconds", 14));

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir
    Path folder;

    /// @return whether it was answered with 200: then it is done, and its two events are owed
    private static boolean finish(Api api, List<String> finished) {
        var opened = api.as(Who.firm("91350404MA0FJM012Y"))
                .post(
                        PATH,
                        Map.of("number", "o-" + NUMBERS.incrementAndGet(), "amount", "10.00", "district", "350404"));
        if (opened.status() != 201) {
            return false;
        }
        var id = opened.text("/id");
        api.as(Who.officer("u-1", "350404", "CLERK")).post(PATH + "/" + id + "/check", null);
        boolean done = api.as(Who.officer("u-2", "350404", "HEAD"))
                        .post(PATH + "/" + id + "/finish", null)
                        .status()
                == 200;
        if (done) {
            finished.add(id);
        }
        return done;
    }

    private static double metric(Api api, String name) {
        return api.management()
                .get("/actuator/prometheus")
                .raw()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static long owing(MongoClient client) {
        return client.getDatabase("ticket-service")
                .getCollection("tickets")
                .countDocuments(Filters.exists("file.outbox.pending._id"));
    }

    private static void assertArrivedInOrder(Events events, List<String> tickets) {
        var bySubject = events.all("ticket.events").stream()
                .collect(Collectors.groupingBy(
                        Events.Seen::subject, Collectors.mapping(Events.Seen::sequence, Collectors.toList())));
        for (var ticket : tickets) {
            assertThat(bySubject.getOrDefault(ticket, List.of()).stream()
                            .distinct()
                            .toList())
                    .as("events of %s", ticket)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void knowsWhatItOwesWhileTheBrokerIsAwayAndSendsItWithinSecondsOfItsReturn() throws Exception {
        var broker = LocalBroker.start(folder.resolve("broker"), 0);
        int port = broker.port();
        try (var store = LocalStore.start(folder.resolve("store"), 0);
                var client = MongoClients.create(store.connectionString());
                var service = ServiceProcess.start(
                        TicketServiceApplication.class, store.connectionString(), broker.bootstrapServers())) {
            var api = service.api();
            assertThat(metric(api, "dead_letters_open")).as("born at 0").isZero();
            var finished = new ArrayList<String>();
            finish(api, finished);
            await().until(() -> owing(client) == 0);

            broker.close();
            var gone = Instant.now();
            for (int i = 0; i < 20; i++) {
                finish(api, finished);
            }
            await().untilAsserted(() -> assertThat(metric(api, "outbox_depth")).isEqualTo(40));
            await().atMost(OUTAGE.plusSeconds(10))
                    .until(() -> Duration.between(gone, Instant.now()).compareTo(OUTAGE) > 0);
            assertThat(metric(api, "outbox_depth")).isEqualTo(40);
            assertThat(metric(api, "outbox_oldest_age_seconds")).isGreaterThan(OUTAGE.toSeconds() - 5.0);

            broker = LocalBroker.start(folder.resolve("broker"), port);
            await().atMost(Duration.ofSeconds(10)).until(() -> owing(client) == 0);
            assertArrivedInOrder(new Events(broker.bootstrapServers()), finished);
            await().untilAsserted(() -> assertThat(metric(api, "outbox_depth")).isZero());
            assertThat(metric(api, "outbox_oldest_age_seconds")).isZero();
        } finally {
            broker.close();
        }
    }

    @Test
    void leavesNoEventUnsentWhenItIsToldToGoUnderLoad() throws Exception {
        try (var broker = LocalBroker.start(folder.resolve("broker"), 0);
                var store = LocalStore.start(folder.resolve("store"), 0);
                var client = MongoClients.create(store.connectionString())) {
            var service = ServiceProcess.start(
                    TicketServiceApplication.class, store.connectionString(), broker.bootstrapServers());
            var finished = new CopyOnWriteArrayList<String>();
            try (var load = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    load.submit(() -> {
                        while (service.isAlive()) {
                            try {
                                finish(service.api(), finished);
                            } catch (UncheckedIOException | IllegalStateException gone) {
                                return; // the door is shut
                            }
                        }
                    });
                }
                await().until(() -> finished.size() > 40);
                service.terminate();
                service.end(Duration.ofSeconds(40));
            }

            assertThat(owing(client)).as("cases that owe events").isZero();
            assertArrivedInOrder(new Events(broker.bootstrapServers()), finished);
        }
    }

    @Test
    void waitsForTheStoreAndGoesOnByItselfWithoutGivingAnythingUp() throws Exception {
        try (var broker = LocalBroker.start(folder.resolve("broker"), 0)) {
            var store = LocalStore.start(folder.resolve("store"), 0);
            int port = store.port();
            try (var service = ServiceProcess.start(
                    TicketServiceApplication.class, store.connectionString(), broker.bootstrapServers())) {
                var events = new Events(broker.bootstrapServers());
                var finished = new ArrayList<String>();
                finish(service.api(), finished);

                store.close();
                events.publish("during", 1, "ticket.witness.called", "w", "350404", Instant.now(), "{\"weight\":1}");
                var cut = Instant.now();
                await().atMost(OUTAGE.plusSeconds(10))
                        .until(() -> Duration.between(cut, Instant.now()).compareTo(OUTAGE) > 0);
                store = LocalStore.start(folder.resolve("store"), port);

                try (var client = MongoClients.create(store.connectionString())) {
                    var database = client.getDatabase("ticket-service");
                    await().atMost(Duration.ofSeconds(40))
                            .until(() -> database.getCollection("inbox")
                                            .countDocuments(Filters.in(
                                                    "_id", "during|see-called-witness", "during|weigh-called-witness"))
                                    == 2);
                    assertThat(database.getCollection("dead_letters").countDocuments())
                            .isZero();
                    await().until(() -> owing(client) == 0);
                }
            } finally {
                store.close();
            }
        }
    }
}
