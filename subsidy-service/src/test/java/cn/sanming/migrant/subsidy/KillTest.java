package cn.sanming.migrant.subsidy;

import static cn.sanming.migrant.subsidy.Window.PATIENCE;
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
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The department is killed with SIGKILL in the middle of approvals: money is reserved and nothing approved. After the
/// sweep exactly the approved applications hold money, and the rest can be spent.
class KillTest {

    private static final int MANY = 60;
    private static final String AGENCY = "91350425MA0FJM0127";
    private static final String BUDGET = "budget:M03:350425:2024";
    private static final String CAP = "cap:AGENCY_REWARD:" + AGENCY;

    @TempDir
    Path folder;

    @Test
    void holdsExactlyWhatIsApprovedAfterItWasKilledBetweenReservationAndApproval() throws Exception {
        var broker = LocalBroker.start(folder.resolve("broker"), 0);
        try (var store = LocalStore.start(folder.resolve("store"), 0);
                var client = MongoClients.create(store.connectionString())) {
            var service = ServiceProcess.start(NoonService.class, store.connectionString(), broker.bootstrapServers());
            var window = new Window(service.api());
            allocate(new Events(broker.bootstrapServers()), service.api());
            var agency = Window.agency(AGENCY);
            var ids = window.reviewed(MANY, _ -> agency, i -> FireTest.reward("350425", List.of("P-KILL-" + i)));
            var mongo = client.getDatabase(databaseOf(client));
            mongo.getCollection("subsidy-applications")
                    .updateMany(Filters.empty(), Updates.set("publicisedOn", "2024-10-08"));

            window.startAll(Window.head(), ids, "approve", Thread::start);
            await("some money is reserved")
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() -> held(mongo, CAP).size() > 3);
            service.kill();

            try (var recovered =
                    ServiceProcess.start(NoonService.class, store.connectionString(), broker.bootstrapServers())) {
                await("the sweep").atMost(PATIENCE).untilAsserted(() -> {
                    assertThat(held(mongo, CAP)).isEqualTo(approved(mongo));
                    assertThat(held(mongo, BUDGET)).isEqualTo(approved(mongo));
                    assertThat(mongo.getCollection("marks").countDocuments())
                            .isEqualTo(approved(mongo).size());
                });
                var after = new Window(recovered.api());
                ids.stream()
                        .filter(id -> !after.state(id).equals("APPROVED"))
                        .forEach(id -> Window.done(after.command(Window.head(), id, "approve", null)));
                assertThat(held(mongo, CAP)).hasSize(MANY);
                assertThat(recovered
                                .api()
                                .as(Window.head())
                                .get("/api/v1/subsidies/budgets/M03/350425/2024")
                                .text("/committed"))
                        .isEqualTo(500 * MANY + ".00");
            }
        } finally {
            broker.close();
        }
    }

    private static void allocate(Events events, Api api) {
        events.publish(
                "supervision.budget.allocated",
                "bu-kill",
                "350425",
                Instant.parse("2024-10-08T01:00:00Z"),
                Map.of(
                        "measure", "M03",
                        "unit_code", "SM-RSJ",
                        "district_code", "350425",
                        "year", 2024,
                        "amount", "100000.00"));
        var head = Who.officer("u-31", null, "HR_HEAD");
        await("money")
                .atMost(PATIENCE)
                .until(() -> api.as(head)
                                .get("/api/v1/subsidies/budgets/M03/350425/2024")
                                .status()
                        == 200);
    }

    private static String databaseOf(MongoClient client) {
        for (var name : client.listDatabaseNames()) {
            if (client.getDatabase(name).getCollection("subsidy-applications").countDocuments() > 0) {
                return name;
            }
        }
        throw new AssertionError("the service has no database");
    }

    private static Set<String> approved(MongoDatabase mongo) {
        return mongo.getCollection("subsidy-applications")
                .find(Filters.eq("file.state", "APPROVED"))
                .map(found -> String.valueOf(found.get("_id")))
                .into(new HashSet<>());
    }

    private static Set<String> held(MongoDatabase mongo, String purse) {
        var found = mongo.getCollection("purses").find(Filters.eq("_id", purse)).first();
        return found == null
                ? Set.of()
                : found.get("held", Document.class).keySet().stream().collect(Collectors.toSet());
    }
}
