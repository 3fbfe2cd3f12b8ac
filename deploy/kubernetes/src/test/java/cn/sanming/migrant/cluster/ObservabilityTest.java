package cn.sanming.migrant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alerts fire when they should and only then, they and the dashboard ask for figures that somebody gives, and
/// every alert has a page that says what to do.
class ObservabilityTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path FOLDER = Path.of("observability");
    private static final Pattern ASKED = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+|up)\\b(?=[{\\[)\\s]|$)");
    private static final Pattern COUNTED_WHERE_IT_HAPPENS = Pattern.compile("\\.counter\\(\\s*\"([a-z.]+)\"");

    private static final Pattern BORN = Pattern.compile("Counter\\.builder\\(\\s*\"([a-z.]+)\"");

    private static List<JsonNode> alerts() throws IOException {
        var all = new ArrayList<JsonNode>();
        new YAMLMapper()
                .readTree(Files.readString(FOLDER.resolve("alerts.yaml")))
                .path("groups")
                .forEach(group -> group.path("rules").forEach(all::add));
        return all;
    }

    private static List<JsonNode> panels() throws IOException {
        var targets = new ArrayList<JsonNode>();
        new ObjectMapper()
                .readTree(Files.readString(FOLDER.resolve("city-dashboard.json")))
                .path("panels")
                .forEach(panel -> panel.path("targets").forEach(targets::add));
        return targets;
    }

    private static Set<String> asked(JsonNode node) {
        var asked = new TreeSet<String>();
        var expression =
                node.path("expr").asText().replaceAll("by \\([^)]*\\)", "").replaceAll("\"[^\"]*\"", "");
        ASKED.matcher(expression).results().map(found -> found.group(1)).forEach(asked::add);
        asked.removeAll(Set.of("histogram_quantile", "avg_over_time", "predict_linear"));
        return asked;
    }

    private static Set<String> given() throws IOException {
        var given = new TreeSet<String>();
        Files.readAllLines(FOLDER.resolve("figures.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> given.add(line.split(" ", 2)[0]));
        return given;
    }

    @Test
    void everyFigureThatIsAskedForIsGivenBySomebodyAndNoneIsListedInVain() throws IOException {
        var asked = new TreeSet<String>();
        Stream.concat(alerts().stream(), panels().stream())
                .map(ObservabilityTest::asked)
                .forEach(asked::addAll);
        assertThat(asked).isEqualTo(given());
    }

    @Test
    void everyAlertHasItsPage() throws IOException {
        assertThat(alerts()).hasSizeGreaterThanOrEqualTo(30).allSatisfy(alert -> {
            var page = Path.of(alert.at("/annotations/runbook").asText());
            assertThat(page).exists();
            assertThat(Files.readString(page)).contains(alert.path("alert").asText());
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
        });
    }

    @Test
    void everyAlertIsTriedFiringAndSilent() throws IOException {
        var fires = new TreeSet<String>();
        var silent = new TreeSet<String>();
        new YAMLMapper()
                .readTree(Files.readString(FOLDER.resolve("alerts-test.yaml")))
                .path("tests")
                .forEach(test -> test.path("alert_rule_test")
                        .forEach(tried -> (tried.path("exp_alerts").isEmpty() ? silent : fires)
                                .add(tried.path("alertname").asText())));
        var names = new TreeSet<String>();
        alerts().forEach(alert -> names.add(alert.path("alert").asText()));
        assertThat(fires).isEqualTo(names);
        assertThat(silent).isEqualTo(names);
    }

    @Test
    void promtoolSaysThatTheyFireWhenTheyShould(@TempDir Path folder) throws Exception {
        assumeThat(onPath("promtool"))
                .as("promtool tries the alerts; it is not on this machine (Debian: apt-get install prometheus)")
                .isTrue();
        assertThat(promtool(FOLDER)).isEmpty();
        // and it would notice: the label sets of a rule that could never fire once
        Files.copy(FOLDER.resolve("alerts-test.yaml"), folder.resolve("alerts-test.yaml"));
        Files.writeString(
                folder.resolve("alerts.yaml"),
                Files.readString(FOLDER.resolve("alerts.yaml"))
                        .replace(
                                "max by (application) (deriv(outbox_depth[10m])) > 0", "deriv(outbox_depth[10m]) > 0"));
        assertThat(promtool(folder)).contains("OutboxGrows fires");
    }

    /// @return what it complains of
    private static String promtool(Path folder) throws Exception {
        var process = new ProcessBuilder("promtool", "test", "rules", "alerts-test.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes());
        return process.waitFor() == 0 ? "" : told;
    }

    private static boolean onPath(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// A counter that is made when it first counts is born at 1: nobody sees it grow, and the first case is missed.
    @Test
    void everyCounterIsThereBeforeItCounts() throws IOException {
        var counted = new TreeSet<String>();
        var born = new TreeSet<String>();
        try (var files = Files.walk(ROOT)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("src/main/java"))
                    .toList()) {
                var source = Files.readString(file);
                COUNTED_WHERE_IT_HAPPENS.matcher(source).results().forEach(found -> counted.add(found.group(1)));
                BORN.matcher(source).results().forEach(found -> born.add(found.group(1)));
            }
        }
        assertThat(born).isNotEmpty().containsAll(counted);
    }

    @Test
    void noticesAFigureThatNobodyGives() throws IOException {
        var invented = new ObjectMapper().createObjectNode().put("expr", "sum(rate(tasks_forgotten_total[5m])) > 0");
        assertThat(given()).doesNotContainAnyElementsOf(asked(invented));
        assertThat(asked(invented)).containsExactly("tasks_forgotten_total");
    }
}
