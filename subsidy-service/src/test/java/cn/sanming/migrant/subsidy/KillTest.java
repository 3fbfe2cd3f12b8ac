package cn.sanming.migrant.subsidy;

import static cn.sanming.migrant.subsidy.Window.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The department is killed with SIGKILL in the middle of approvals: money is reserved and nothing approved. After
/// the sweep exactly the approved applications hold money, and the rest can be spent.
class KillTest {

    private static final int MANY = 60;
    private static final String AGENCY = "91350425MA0FJM0127";
    private static final String BUDGET = "budget:M03:350425:2024";
    private static final String CAP = "cap:AGENCY_REWARD:" + AGENCY;

    @TempDir
    Path folder;

    @Test
    void holdsExactlyWhatIsApprovedAfterItWasKilledBetweenReservationAndApproval() throws Exception {
        try (var service = new MortalService(folder)) {
            service.allocate("350425", "100000.00");
            var ids = service.publicised(MANY, AGENCY, "350425");

            service.window().startAll(Window.head(), ids, "approve", Thread::start);
            await("some money is reserved")
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() -> held(service, CAP).size() > 3);
            service.killAndStartAgain();

            await("the sweep").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(held(service, CAP)).isEqualTo(approved(service));
                assertThat(held(service, BUDGET)).isEqualTo(approved(service));
                assertThat(service.collection("marks").countDocuments())
                        .isEqualTo(approved(service).size());
            });
            var after = service.window();
            ids.stream()
                    .filter(id -> !after.state(id).equals("APPROVED"))
                    .forEach(id -> Window.done(after.command(Window.head(), id, "approve", null)));
            assertThat(held(service, CAP)).hasSize(MANY);
            assertThat(service.budget("350425").text("/committed")).isEqualTo(500 * MANY + ".00");
        }
    }

    private static Set<String> approved(MortalService service) {
        return service.collection("subsidy-applications")
                .find(Filters.eq("file.state", "APPROVED"))
                .map(found -> String.valueOf(found.get("_id")))
                .into(new HashSet<>());
    }

    private static Set<String> held(MortalService service, String budgetLine) {
        var found = service.collection("budgetLines")
                .find(Filters.eq("_id", budgetLine))
                .first();
        return found == null
                ? Set.of()
                : Set.copyOf(found.get("held", Document.class).keySet());
    }
}
