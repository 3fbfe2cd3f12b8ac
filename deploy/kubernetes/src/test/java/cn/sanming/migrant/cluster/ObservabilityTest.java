package cn.sanming.migrant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Alerts and dashboard ask for figures that the code really gives, and every alert has a page that says what to do.
class ObservabilityTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern METER = Pattern.compile("(?:builder|counter|gauge|timer)\\(\\s*\"([a-z.]+)\"");
    private static final Pattern ASKED = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\b(?=[{\\[)\\s]|$)");
    private static final Set<String> OF_THE_LIBRARIES = Set.of(
            "http_server_requests_seconds",
            "kafka_consumer_fetch_manager_records_lag_max",
            "resilience4j_circuitbreaker_state",
            "jvm_memory_used_bytes",
            "process_cpu_usage");

    private static List<JsonNode> alerts() throws IOException {
        var all = new ArrayList<JsonNode>();
        new YAMLMapper()
                .readTree(Files.readString(Path.of("observability", "alerts.yaml")))
                .path("groups")
                .forEach(group -> group.path("rules").forEach(all::add));
        return all;
    }

    private static Set<String> given() throws IOException {
        var given = new TreeSet<>(OF_THE_LIBRARIES);
        try (var files = Files.walk(ROOT)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("src/main/java"))
                    .toList()) {
                METER.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> given.add(found.group(1).replace('.', '_')));
            }
        }
        return given;
    }

    private static Set<String> asked(String expression) {
        return ASKED.matcher(expression.replaceAll("by \\([^)]*\\)", "").replaceAll("\\{[^}]*}", ""))
                .results()
                .map(found -> found.group(1).replaceAll("_(total|count|bucket|sum)$", ""))
                .filter(name -> !name.equals("histogram_quantile"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyAlertAsksForFiguresThatExist() throws IOException {
        var given = given();
        assertThat(alerts()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(alert -> assertThat(known(given, alert))
                .as(alert.path("alert").asText())
                .isTrue());
    }

    private static boolean known(Set<String> given, JsonNode alert) {
        return asked(alert.path("expr").asText()).stream().allMatch(name -> known(given, name));
    }

    /// By its own name, or by the name from which a timer's figures are made.
    private static boolean known(Set<String> given, String name) {
        return given.contains(name) || given.contains(name.replaceAll("(_seconds)?(_max)?$", ""));
    }

    @Test
    void theDashboardAsksForFiguresThatExist() throws IOException {
        var given = given();
        var panels = new ObjectMapper()
                .readTree(Files.readString(Path.of("observability", "city-dashboard.json")))
                .path("panels");
        assertThat(panels).isNotEmpty();
        panels.forEach(panel -> panel.path("targets")
                .forEach(target -> assertThat(asked(target.path("expr").asText()))
                        .as(panel.path("title").asText())
                        .isNotEmpty()
                        .allMatch(name -> known(given, name))));
    }

    @Test
    void everyAlertHasItsPage() throws IOException {
        assertThat(alerts()).allSatisfy(alert -> {
            var page = Path.of(alert.at("/annotations/runbook").asText());
            assertThat(page).exists();
            assertThat(Files.readString(page)).contains(alert.path("alert").asText());
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
        });
    }

    @Test
    void noticesAFigureThatNobodyGives() throws IOException {
        var invented = new ObjectMapper().createObjectNode().put("expr", "sum(rate(tasks_forgotten_total[5m])) > 0");
        assertThat(known(given(), invented)).isFalse();
    }
}
