package cn.sanming.migrant.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalStoreCrashTest {

    private static final int ACKNOWLEDGED = 2500;

    @TempDir
    Path folder;

    /// Killed between checkpoints, and killed while it makes one checkpoint after the other.
    @ParameterizedTest
    @CsvSource({"8388608, 100", "16384, 1"})
    void losesNothingAcknowledgedWhenItIsKilled(long checkpointAt, long everyMillis) throws Exception {
        var file = folder.resolve("city.store");
        var acknowledged = new HashMap<String, Integer>();
        for (int run = 0; run < 3; run++) {
            acknowledged.putAll(writeUntilKilled(file, checkpointAt, everyMillis, "run" + run));
            try (var store = LocalStore.start(file, 0);
                    var client = MongoClients.create(store.connectionString())) {
                var cases = client.getDatabase("wage").getCollection("cases");
                var found = new HashMap<String, Integer>();
                cases.find().forEach(document -> found.put(document.getString("_id"), document.getInteger("version")));
                var lost = new HashMap<>(acknowledged);
                lost.entrySet().removeIf(entry -> found.getOrDefault(entry.getKey(), -1) >= entry.getValue());
                assertThat(lost).isEmpty();
                assertThatIndexesKnow(found, cases);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ACKNOWLEDGED / 2);
    }

    private static void assertThatIndexesKnow(Map<String, Integer> found, MongoCollection<Document> cases) {
        var byIndex = new HashMap<String, Integer>();
        var ids = found.keySet();
        cases.find(Filters.in("_id", ids)).forEach(document -> count(byIndex, document));
        cases.find(Filters.in("number", ids.stream().map(id -> "No. " + id).toList()))
                .forEach(document -> count(byIndex, document));
        var writers = ids.stream()
                .map(id -> id.substring(0, id.lastIndexOf('-')))
                .distinct()
                .toList();
        cases.find(Filters.and(Filters.in("writer", writers), Filters.in("version", 0, 1, 2)))
                .forEach(document -> count(byIndex, document));
        assertThat(byIndex).hasSameSizeAs(found);
        assertThat(byIndex.values()).containsOnly(3);
    }

    private static void count(Map<String, Integer> times, Document document) {
        times.merge(document.getString("_id"), 1, Integer::sum);
    }

    private static Map<String, Integer> writeUntilKilled(Path file, long checkpointAt, long everyMillis, String run)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgedWriter.class.getName(),
                        file.toString(),
                        String.valueOf(checkpointAt),
                        String.valueOf(everyMillis),
                        run)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var acknowledged = new HashMap<String, Integer>();
        var lines = 0;
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                var words = line.split(" ");
                if (words.length == 2 && words[0].startsWith(run)) {
                    acknowledged.merge(words[0], Integer.valueOf(words[1]), Math::max);
                    lines++;
                }
                if (lines == ACKNOWLEDGED) {
                    // by its handle: the process itself would also throw away what it has said
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertThat(lines).isGreaterThanOrEqualTo(ACKNOWLEDGED);
        return acknowledged;
    }
}
