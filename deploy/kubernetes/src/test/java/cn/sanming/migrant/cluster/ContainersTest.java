package cn.sanming.migrant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/// The image and the compose file, as far as they can be known without an engine to build and run them.
class ContainersTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path DOCKER = ROOT.resolve("deploy/docker");
    private static final Pattern VERSION = Pattern.compile("FROM \\S+:\\S*(\\d|\\$\\{)\\S*.*");

    private static String dockerfile() throws IOException {
        return Files.readString(DOCKER.resolve("Dockerfile"));
    }

    /// What is wrong with an image description.
    private static List<String> faults(String dockerfile) {
        var lines = dockerfile
                .replaceAll("\\\\\n\\s*", " ")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        var faults = new ArrayList<String>();
        var last = lines.subList(
                lines.lastIndexOf(lines.stream()
                        .filter(line -> line.startsWith("FROM"))
                        .reduce((_, next) -> next)
                        .orElseThrow()),
                lines.size());
        lines.stream()
                .filter(line ->
                        line.startsWith("FROM") && !VERSION.matcher(line).matches())
                .forEach(line -> faults.add("names no version: " + line));
        lines.stream().filter(line -> line.startsWith("ADD ")).forEach(line -> faults.add("COPY does: " + line));
        lines.stream()
                .filter(line -> line.matches("(ENV|ARG) .*(KEY|SECRET|PASSWORD).*"))
                .forEach(line -> faults.add("a secret in the image: " + line));
        if (last.stream().noneMatch(line -> line.matches("USER [1-9][0-9]{3,}(:\\d+)?"))) {
            faults.add("runs as root");
        }
        if (last.stream().noneMatch(line -> line.startsWith("ENTRYPOINT ["))) {
            faults.add("the signal to stop does not reach the service");
        }
        if (last.stream().noneMatch(line -> line.contains("MaxRAMPercentage"))) {
            faults.add("does not know its memory limit");
        }
        if (last.stream().anyMatch(line -> line.startsWith("RUN"))) {
            faults.add("changes after the cache was trained");
        }
        for (var label : List.of("title", "version", "revision", "created", "licenses")) {
            if (last.stream().noneMatch(line -> line.contains("org.opencontainers.image." + label + "="))) {
                faults.add("does not say its " + label);
            }
        }
        if (last.getFirst().contains("maven")) {
            faults.add("carries the build");
        }
        return faults;
    }

    @Test
    void describesASmallImageThatRunsAsNobody() throws IOException {
        assertThat(faults(dockerfile())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            root             | USER 10001:10001   | USER root
            no version       | FROM maven:3.9-eclipse-temurin-${JDK} AS build | FROM maven:latest AS build
            a shell in front | ENTRYPOINT ["java" | ENTRYPOINT java
            a secret         | ARG SERVICE        | ARG MIGRANT_FIELD_KEY
            no revision      | image.revision=    | image.commit=
            no limit         | MaxRAMPercentage   | MinRAM
            """)
    void noticesABrokenImage(String what, String whole, String broken) throws IOException {
        assertThat(dockerfile()).contains(whole);
        assertThat(faults(dockerfile().replace(whole, broken))).as(what).isNotEmpty();
    }

    private static Compose compose() throws IOException {
        var merged = new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml")));
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .convertValue(merged, Compose.class);
    }

    @Test
    void composesEveryRoomWithLeastRights() throws IOException {
        var house = House.at(ROOT);
        var services = new TreeSet<>(compose().services().keySet());
        services.removeAll(List.of("kafka", "mongodb"));
        assertThat(services).isEqualTo(house.rooms());
        compose().services().forEach((name, service) -> {
            assertThat(service.image()).as(name).matches("\\S+:\\S+");
            assertThat(service.image()).as("a namespace of one's own").doesNotStartWith("sanming/");
            assertThat(service.healthcheck()).as(name).isNotNull();
            if (service.build() != null) {
                assertThat(service.build().args()).containsEntry("SERVICE", name);
                assertThat(service.read_only()).as(name).isTrue();
                assertThat(service.user()).as(name).startsWith("10001");
                assertThat(service.cap_drop()).as(name).containsExactly("ALL");
                assertThat(service.depends_on()).containsKeys("kafka", "mongodb");
            }
        });
    }

    @Test
    void tellsTheDoorAndTheCallersWhereTheOthersAre() throws IOException {
        var house = House.at(ROOT);
        var services = compose().services();
        var door = services.get("gateway").environment();
        house.routes().forEach((service, variable) -> assertThat(door)
                .containsEntry(variable, "http://" + service + ":8080"));
        house.calls().forEach((caller, asked) -> assertThat(services.get(caller).environment())
                .containsAllEntriesOf(asked.stream()
                        .collect(Collectors.toMap(
                                callee -> "MIGRANT_CALLS_"
                                        + callee.replaceAll("-service$", "")
                                                .replace('-', '_')
                                                .toUpperCase()
                                        + "_URL",
                                callee -> "http://" + callee + ":8080"))));
        assertThat(services.values().stream()
                        .flatMap(service -> service.environment() == null
                                ? Map.<String, String>of().entrySet().stream()
                                : service.environment().entrySet().stream())
                        .filter(entry -> entry.getKey().endsWith("_KEY")))
                .as("keys come from outside")
                .allSatisfy(entry -> assertThat(entry.getValue()).startsWith("${"));
    }
}
