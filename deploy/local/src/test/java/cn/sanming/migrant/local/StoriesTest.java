package cn.sanming.migrant.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.local.stories.Citizen;
import cn.sanming.migrant.local.stories.LatePayroll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The stories, played in a whole city of a process of its own, as a newcomer would start it.
class StoriesTest {

    @TempDir
    Path folder;

    private Process city(int portBase, String... options) throws IOException {
        return CityProcess.start(folder, portBase, options);
    }

    private String told() throws IOException {
        return Files.readString(folder.resolve("city.out"));
    }

    @Test
    void tellsStoryOneAndKeepsItThroughAKillAndARestart() throws Exception {
        int portBase = CityProcess.portBase();
        var traces = folder.resolve("traces.jsonl");
        var first = city(portBase, "--demo", "1", "--traces", traces.toString());
        try {
            isTold(first);
        } finally {
            first.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        followsARequestThroughTheDepartments(traces);

        var second = city(portBase);
        try {
            var citizen = new Citizen("http://localhost:" + portBase);
            await("the city after a kill")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> !second.isAlive() || told().contains("ctrl-C stops it"));
            var listed = citizen.get(
                    "inspection-head-350404", "/api/v1/wages/blacklist-entries?employer_uscc=" + LatePayroll.EMPLOYER);
            assertThat(listed.text("/items/0/state")).isEqualTo("REMOVED");
            assertThat(citizen.get(null, "/local/clock").text("/now")).startsWith("2025-02-20");
            var figure = citizen.get("supervisor", "/api/v1/supervision/indicators/IND-15-D/figures?period=2024-05");
            assertThat(figure.body().at("/breakdown/RED/workers").asInt()).isEqualTo(23);
            var told = citizen.get("supervisor", "/api/v1/messages").body().path("items");
            assertThat(told.valueStream().map(message -> message.path("kind").asString()))
                    .contains("TASK_OVERDUE");
            agreesWithTheReferenceData(citizen);
            try (var visit = new BoardVisit(portBase, citizen)) {
                visit.takePlace();
            }
            assertThat(citizen.put(null, "/local/clock", Map.of("now", "never")).status())
                    .isEqualTo(400);
        } finally {
            second.destroy();
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).as("stops cleanly").isTrue();
        }
        assertThat(told()).contains("Stopped.");
    }

    private static void agreesWithTheReferenceData(Citizen citizen) throws IOException {
        var data = ReferenceData.read();
        assertThat(data.machinesThatDiffer(citizen)).isEmpty();
        assertThat(data.indicatorsThatDiffer(citizen)).isEmpty();
        assertThat(data.eventsNotHeard()).isEmpty();
    }

    private void isTold(Process city) throws IOException {
        await("the end of the story")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !city.isAlive() || told().contains("The story"));
        assertThat(told()).contains("The story is told").doesNotContain("The story stops here");
    }

    /// The payment of the arrears: one request at the door, answered by the wage department, then heard.
    private static void followsARequestThroughTheDepartments(Path traces) throws IOException {
        var spans = Files.readAllLines(traces).stream()
                .filter(line -> line.endsWith("}"))
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        var paid = spans.stream()
                .filter(span -> span.path("name").asString().equals("publish wage.arrears.cleared"))
                .findFirst()
                .orElseThrow();
        var trace = spans.stream()
                .filter(span -> span.path("trace").equals(paid.path("trace")))
                .toList();
        var steps = trace.stream()
                .map(span -> span.path("service").asString()
                        + ' '
                        + span.path("kind").asString())
                .toList();
        assertThat(steps)
                .contains("gateway SERVER", "wage-service SERVER", "wage-service PRODUCER")
                .contains("legal-aid-service CONSUMER", "supervision-service CONSUMER");
        var known = trace.stream().map(span -> span.path("span").asString()).toList();
        assertThat(trace.stream()
                        .filter(span -> !span.path("kind").asString().equals("SERVER")
                                || !span.path("service").asString().equals("gateway"))
                        .map(span -> span.path("parent").asString()))
                .as("every span but the first has its parent in the same trace")
                .isSubsetOf(known);
    }

    @Test
    void tellsStoryOneJustAsExactlyWithTwoInstancesOfEveryDepartment() throws Exception {
        var city = city(CityProcess.portBase(), "--demo", "1", "--instances", "2");
        try {
            isTold(city);
        } finally {
            city.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void tellsTheOtherStories(String story) throws Exception {
        var city = city(CityProcess.portBase(), "--demo", story);
        try {
            isTold(city);
        } finally {
            city.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }
}
