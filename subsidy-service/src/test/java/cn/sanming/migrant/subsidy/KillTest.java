package cn.sanming.migrant.subsidy;

import static cn.sanming.migrant.subsidy.Window.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.subsidy.ledger.StoreCut;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
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
                assertThat(service.collection("grants-once").countDocuments())
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

    /// The writes of an approval on the ledger: four for its cap, four for its budget.
    private static final Set<String> LEDGER = Set.of("reservations", "budget-lines");

    @Test
    void addsUpThoughItWasKilledAtEachOfTheFourWritesOnCapAndOnBudget() throws Exception {
        try (var service = new MortalService(folder)) {
            service.allocate("350425", "100000.00");
            var ids = service.publicised(9, AGENCY, "350425");
            Window.done(service.window().command(Window.head(), ids.getLast(), "approve", null));
            for (int write = 1; write <= 8; write++) {
                service.killAt(write, write % 2 == 0 ? StoreCut.Place.BEFORE : StoreCut.Place.AFTER, LEDGER);
                var id = ids.get(write - 1);
                assertThatThrownBy(() -> service.window().command(Window.head(), id, "approve", null))
                        .isNotNull();
                assertThat(service.wasKilled()).as("at write " + write).isTrue();
                service.startAgain();
                if (write > 4) {
                    Window.done(service.window().command(Window.head(), id, "approve", null));
                }
            }
            await("the round").atMost(PATIENCE.multipliedBy(2)).untilAsserted(() -> {
                assertThat(held(service, CAP)).isEqualTo(approved(service)).hasSize(5);
                assertThat(held(service, BUDGET)).isEqualTo(approved(service));
                service.recounts();
            });
            assertThat(service.budget("350425").text("/committed")).isEqualTo("2500.00");
        }
    }

    private static Set<String> approved(MortalService service) {
        return service.collection("subsidy-applications")
                .find(Filters.eq("file.state", "APPROVED"))
                .map(found -> String.valueOf(found.get("_id")))
                .into(new HashSet<>());
    }

    private static Set<String> held(MortalService service, String line) {
        return service.collection("reservations")
                .find(Filters.and(Filters.eq("line", line), Filters.eq("state", "HELD")))
                .map(found -> found.getString("claim"))
                .into(new HashSet<>());
    }
}
