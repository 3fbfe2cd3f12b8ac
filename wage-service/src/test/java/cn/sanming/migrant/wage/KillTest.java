package cn.sanming.migrant.wage;

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
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// wage-service is killed with SIGKILL while its events are saved and not sent: after recovery every one arrives.
class KillTest {

    private static final String FIRM = "91350404MA0FJM012Y";

    @TempDir
    Path folder;

    private static void report(Api api, LocalDate from, int days) {
        for (int i = 0; i < days; i++) {
            var answer = api.as(Who.firm(FIRM))
                    .post(
                            "/api/v1/wages/dispatch-reports",
                            Map.of(
                                    "employer_uscc",
                                    FIRM,
                                    "district",
                                    "350404",
                                    "as_of",
                                    from.plusDays(i).toString(),
                                    "direct",
                                    89,
                                    "dispatched",
                                    10));
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        }
    }

    @Test
    void losesNoEventWhenKilledBetweenSaveAndRelay() throws Exception {
        var from = LocalDate.of(2024, 3, 1);
        var broker = LocalBroker.start(folder.resolve("broker"), 0);
        int port = broker.port();
        try (var store = LocalStore.start(folder.resolve("store"), 0)) {
            var service = ServiceProcess.start(
                    WageServiceApplication.class, store.connectionString(), broker.bootstrapServers());
            report(service.api(), from, 5);
            broker.close();
            report(service.api(), from.plusDays(5), 15);
            service.kill();

            broker = LocalBroker.start(folder.resolve("broker"), port);
            var events = new Events(broker.bootstrapServers());
            try (var recovered = ServiceProcess.start(
                    WageServiceApplication.class, store.connectionString(), broker.bootstrapServers())) {
                var expected = from.datesUntil(from.plusDays(20))
                        .map(LocalDate::toString)
                        .toList();
                await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                    var arrived = events.of("wage.dispatch.exceeded", FIRM).stream()
                            .map(seen -> seen.data().path("as_of").asString())
                            .distinct()
                            .sorted()
                            .toList();
                    assertThat(arrived).isEqualTo(expected);
                });
                assertThat(recovered
                                .api()
                                .management()
                                .get("/actuator/health/readiness")
                                .status())
                        .isEqualTo(200);
            }
        } finally {
            broker.close();
        }
    }
}
