package cn.sanming.migrant.wage.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.embedded.LocalBroker;
import cn.sanming.migrant.platform.embedded.LocalStore;
import cn.sanming.migrant.platform.test.ServiceProcess;
import cn.sanming.migrant.wage.WageServiceApplication;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// wage-service is killed with SIGKILL in the middle of an import: lines are there, the payroll is not. The same sheet
/// is taken in whole by the next process.
class PayrollKillTest {

    private static final String FIRM = "91350404MA0FJM012Y";
    private static final int WORKERS = 20_000;

    @TempDir
    Path folder;

    private static MongoCollection<Document> collection(MongoClient client, String name) {
        var database = StreamSupport.stream(client.listDatabaseNames().spliterator(), false)
                .filter(found -> StreamSupport.stream(
                                client.getDatabase(found).listCollectionNames().spliterator(), false)
                        .anyMatch("payroll_lines"::equals))
                .findFirst()
                .orElse("none");
        return client.getDatabase(database).getCollection(name);
    }

    @Test
    void aSheetThatWasCutOffByAKillIsThereAsAWholeAfterItCameAgain() throws Exception {
        var sheet = PayrollSteps.sheetOf(WORKERS, "5000.00");
        try (var broker = LocalBroker.start(folder.resolve("broker"), 0);
                var store = LocalStore.start(folder.resolve("store"), 0);
                var client = MongoClients.create(store.connectionString())) {
            var service = ServiceProcess.start(
                    WageServiceApplication.class, store.connectionString(), broker.bootstrapServers());
            var api = service.api();
            var upload = Thread.ofVirtual().start(() -> {
                try {
                    new PayrollSteps(api, FIRM).upload("2024-03", sheet);
                } catch (RuntimeException killed) {
                    // the connection breaks off with the process
                }
            });
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> collection(client, "payroll_lines").estimatedDocumentCount() > 0);
            service.kill();
            upload.join();
            var lines = collection(client, "payroll_lines");
            assertThat(lines.countDocuments()).isPositive();
            assertThat(collection(client, "payrolls").countDocuments()).isZero();

            try (var recovered = ServiceProcess.start(
                    WageServiceApplication.class, store.connectionString(), broker.bootstrapServers())) {
                var steps = new PayrollSteps(recovered.api(), FIRM);
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofSeconds(2))
                        .until(() -> steps.upload("2024-03", sheet).status() < 300);
                var id = steps.uploaded("2024-03", sheet);
                assertThat(steps.get(id).body().at("/workers").asInt()).isEqualTo(WORKERS);
                assertThat(lines.countDocuments()).isEqualTo(WORKERS);
            }
        }
    }
}
