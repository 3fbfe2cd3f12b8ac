package cn.sanming.migrant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scripts of a first roll-out and of a release, against a stand-in for the cluster that writes down what it is
/// asked.
class RolloutTest {

    private static final String ZERO = "0".repeat(64);
    private static final List<String> STEPS = List.of("settings", "infrastructure", "prepare", "services", "ingress");

    @TempDir
    Path folder;

    private Path city;

    private record Ended(int code, String told) {}

    /// A copy of the deployment that the scripts may change.
    @BeforeEach
    void copyTheDeployment() throws IOException {
        city = folder.resolve("kubernetes");
        try (var files = Files.walk(Path.of("."))) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(Path.of(".", "target")))
                    .filter(file -> !file.startsWith(Path.of(".", "src")))
                    .toList()) {
                var copy = city.resolve(file.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Ended run(Map<String, String> variables, String... command) throws Exception {
        var building = new ProcessBuilder(command).directory(city.toFile()).redirectErrorStream(true);
        building.environment().putAll(variables);
        var process = building.start();
        var told = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), told);
    }

    /// @param missing what the cluster does not have, as a regular expression over `kind name`
    private Map<String, String> cluster(String missing) throws IOException {
        var real = Manifests.kubectl();
        assumeThat(real)
                .as("kubectl renders the overlays; it is not on this machine")
                .isNotNull();
        var programs = Files.createDirectories(folder.resolve("bin"));
        var stand = programs.resolve("kubectl");
        Files.writeString(stand, """
                #!/usr/bin/env bash
                if [ "$1" = kustomize ]; then exec %s "$@"; fi
                echo "$*" >> "%s"
                case "$*" in *" get "*) if grep -qE '%s' <<<"$*"; then exit 1; fi ;; esac
                """.formatted(real, folder.resolve("asked"), missing));
        assertThat(stand.toFile().setExecutable(true)).isTrue();
        return Map.of("PATH", programs + ":" + System.getenv("PATH"), "SANMING_TRIAL", "1");
    }

    private void release() throws Exception {
        var digests = new ArrayList<String>();
        House.at(Path.of("..", "..")).rooms().forEach(room -> digests.add(room + " sha256:" + "a1".repeat(32)));
        digests.add("mongo sha256:" + "b2".repeat(32));
        var list = Files.write(folder.resolve("digests"), digests);
        var released = run(Map.of(), "./release", list.toString());
        assertThat(released.code()).as(released.told()).isZero();
    }

    @Test
    void bringsTheCityInTheOrderInWhichItCanStart() throws Exception {
        release();
        var ended = run(cluster("nothing is missing"), "./rollout");
        assertThat(ended.code()).as(ended.told()).isZero();
        var asked = Files.readAllLines(folder.resolve("asked"));
        assertThat(asked.stream()
                        .filter(line -> line.startsWith("apply -k"))
                        .map(line -> line.substring(line.lastIndexOf('/') + 1)))
                .containsExactlyElementsOf(STEPS);
        assertThat(asked)
                .containsSubsequence(
                        "-n sanming wait --for=condition=Ready kafka/sanming --timeout=20m",
                        "-n sanming delete job prepare --ignore-not-found",
                        "-n sanming wait --for=condition=complete job/prepare --timeout=2h",
                        "apply -k overlays/production/services");
    }

    @Test
    void goesNoFurtherThanTheFirstStepThatLacksSomething() throws Exception {
        release();
        var ended = run(cluster("secret keys|configmap mongodb-ca"), "./rollout");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.told()).contains("secret/keys", "configmap/mongodb-ca");
        assertThat(Files.readString(folder.resolve("asked"))).doesNotContain("overlays/production/infrastructure");
    }

    @Test
    void appliesNothingThatWasNeverReleased() throws Exception {
        var ended = run(cluster("nothing is missing"), "./rollout");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.told()).contains("wage-service@sha256:" + ZERO + " was never released");
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void refusesAnImageThatIsNamedByItsTag() throws Exception {
        release();
        var images = city.resolve("overlays/production/images/kustomization.yaml");
        Files.writeString(
                images,
                Files.readString(images)
                        .replaceAll("/wage-service, digest: \"[^\"]+\"", "/wage-service, newTag: \"1.0.0\""));
        var ended = run(cluster("nothing is missing"), "./rollout", "--check");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.told()).contains("wage-service:1.0.0 is named by tag only");
    }

    @Test
    void refusesTheAddressesOfTheDocumentation() throws Exception {
        release();
        var ended = run(cluster("nothing is missing"), "./rollout", "--overlay", "production-own", "--check");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.told()).contains("192.0.2.0/28");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a tag instead of a digest     | wage-service 1.0.0 | has no digest
            a service nobody knows        | weather-service sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1 | knows no weather-service
            a release that leaves some out | wage-service sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1 | without a digest: gateway
            """)
    void releasesAllOrNothing(String what, String line, String complaint) throws Exception {
        var images = city.resolve("overlays/production/images/kustomization.yaml");
        var before = Files.readString(images);
        var ended = run(
                Map.of(),
                "./release",
                Files.writeString(folder.resolve("digests"), line + "\n").toString());
        assertThat(ended.code()).as(what).isEqualTo(1);
        assertThat(ended.told()).contains(complaint);
        assertThat(Files.readString(images)).isEqualTo(before);
    }

    /// Step by step, nothing refers to something that only a later step brings.
    @ParameterizedTest
    @CsvSource({"production", "production-own"})
    void namesInNoStepWhatALaterOneBrings(String overlay) throws Exception {
        assumeThat(Manifests.kubectl())
                .as("kubectl renders the overlays; it is not on this machine")
                .isNotNull();
        var house = House.at(Path.of("..", ".."));
        var so = new StringBuilder();
        for (var step : STEPS) {
            var stage = Path.of("overlays", overlay, step);
            if (!Files.exists(stage)) {
                continue;
            }
            var alone = Manifests.of(Manifests.rendered(stage));
            so.append("---\n").append(Manifests.rendered(stage));
            var before = Manifests.of(so.toString());
            assertThat(before.faults()).as(step).isEmpty();
            assertThat(alone.all(ConfigMap.class).isEmpty() || !step.equals("ingress"))
                    .isTrue();
            assertThat(ReferenceChecks.faults(before, ManifestsTest.told(house, overlay.endsWith("-own"))).stream()
                            .filter(fault -> !fault.contains("no service"))
                            .filter(fault -> !fault.startsWith("ingress leads")))
                    .as("after step " + step)
                    .isEmpty();
            if (!alone.all(Ingress.class).isEmpty()) {
                assertThat(before.all(Deployment.class)).isNotEmpty();
            }
        }
    }
}
