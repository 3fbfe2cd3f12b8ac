package cn.sanming.migrant.subsidy.bankfile;

import static cn.sanming.migrant.subsidy.Window.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.subsidy.MortalService;
import cn.sanming.migrant.subsidy.NoonService;
import cn.sanming.migrant.subsidy.Window;
import cn.sanming.migrant.subsidy.disbursement.BatchWindow;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The department is killed with SIGKILL between the lines of a return file. The bank's file is sent again: every
/// payment is booked once, told once, and taken from the budget once.
class ReturnKillTest {

    private static final int MANY = 80;
    private static final String AGENCY = "91350429MA0FJM013K";
    private static final String PAID = "PAID," + NoonService.DAY + ",";

    @TempDir
    Path folder;

    @Test
    void booksEachPaymentOnceThoughItWasKilledBetweenTheLines() throws Exception {
        try (var service = new MortalService(folder)) {
            service.allocate("350429", "100000.00");
            var ids = service.publicised(MANY, AGENCY, "350429");
            service.window().atOnce(Window.head(), ids, "approve").forEach(Window::done);
            assertThat(service.api()
                            .as(Window.agency(AGENCY))
                            .post(
                                    "/api/v1/subsidies/payee-account",
                                    Map.of("holder", "泰宁人力", "number", "6228480311112222"))
                            .status())
                    .isLessThan(300);
            var window = new BatchWindow(service.api());
            var batch = window.sent("350429");
            var file = window.answerTo(batch, _ -> PAID);

            var answer = CompletableFuture.runAsync(() -> window.answer(batch, file));
            await("some lines are booked")
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() -> paid(service) > 3);
            service.killAndStartAgain();
            // lost, or given just before the kill: both may be, and both must come to the same
            await("the request is over").atMost(PATIENCE).until(answer::isDone);

            var again = new BatchWindow(service.api());
            var before = paid(service);
            var report = again.answer(batch, file);

            assertThat(report.text("/booked")).isEqualTo(String.valueOf(MANY - before));
            assertThat(report.text("/known")).isEqualTo(String.valueOf(before));
            assertThat(report.text("/batch/state")).isEqualTo("SETTLED");
            await("the budget").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(service.budget("350429").text("/paid")).isEqualTo(500 * MANY + ".00");
                assertThat(service.budget("350429").text("/committed")).isEqualTo("0.00");
            });
            await("every payment is told").atMost(PATIENCE).untilAsserted(() -> assertThat(told(service))
                    .containsExactlyInAnyOrderElementsOf(ids));
        }
    }

    /// The subjects of what was published, each event once, however often it was sent.
    private static List<String> told(MortalService service) {
        return service.events().all("subsidy.events").stream()
                .filter(seen -> seen.type().equals("cn.sanming.subsidy.application.paid.v1"))
                .map(seen -> seen.subject() + ' ' + seen.id())
                .distinct()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static long paid(MortalService service) {
        return service.collection("payment-lines").countDocuments(Filters.eq("state", "PAID"));
    }
}
