package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.embedded.LocalBroker;
import cn.sanming.migrant.platform.embedded.LocalStore;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceProcess;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing lost: the service is killed with SIGKILL while its events are saved and not sent, and the broker goes away.
class KillTest {

    private static final String PATH = "/api/v1/tickets/tickets";
    private static final int TICKETS = 15;

    @TempDir
    Path folder;

    private static List<String> finishTickets(Api api, String prefix) {
        var finished = new ArrayList<String>();
        for (int i = 0; i < TICKETS; i++) {
            var opened = api.as(Who.firm("91350404MA0FJM012Y"))
                    .post(PATH, Map.of("number", prefix + i, "amount", "10.00", "district", "350404"));
            var id = opened.text("/id");
            api.as(Who.officer("u-1", "350404", "CLERK")).post(PATH + "/" + id + "/check", null);
            assertThat(api.as(Who.officer("u-2", "350404", "HEAD"))
                            .post(PATH + "/" + id + "/finish", null)
                            .status())
                    .isEqualTo(200);
            finished.add(id);
        }
        return finished;
    }

    private static void assertAllArriveInOrder(Events events, List<String> tickets) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
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
        });
    }

    @Test
    void losesNoEventWhenKilledBetweenSaveAndRelayOrWhenTheBrokerIsAway() throws Exception {
        var broker = LocalBroker.start(folder.resolve("broker"), 0);
        int port = broker.port();
        try (var store = LocalStore.start(folder.resolve("store"), 0)) {
            var service = ServiceProcess.start(
                    TicketServiceApplication.class, store.connectionString(), broker.bootstrapServers());
            var all = new ArrayList<>(finishTickets(service.api(), "before-"));

            broker.close();
            all.addAll(finishTickets(service.api(), "saved-not-sent-"));
            service.kill();

            broker = LocalBroker.start(folder.resolve("broker"), port);
            var events = new Events(broker.bootstrapServers());
            service = ServiceProcess.start(
                    TicketServiceApplication.class, store.connectionString(), broker.bootstrapServers());
            assertAllArriveInOrder(events, all);

            broker.close();
            var away = finishTickets(service.api(), "broker-away-");
            broker = LocalBroker.start(folder.resolve("broker"), port);
            assertAllArriveInOrder(events, away);
            service.close();
        } finally {
            broker.close();
        }
    }
}
