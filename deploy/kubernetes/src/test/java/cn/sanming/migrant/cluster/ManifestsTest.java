package cn.sanming.migrant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The manifests as they are, and deliberately broken copies, each of which has to be noticed.
class ManifestsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final String OWN = "## With the city's own Kafka, MongoDB and identity provider";
    private static final Pattern SECRET_ROW = Pattern.compile("(?m)^\\| `([a-z<>-]+)`");

    /// Secrets and settings that the README's tables ask for.
    ///
    /// @param own whether the city brings broker and store of its own, and with them what operators would write
    static Set<String> told(House house, boolean own) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var chapter = readme.indexOf(OWN);
        assertThat(chapter).isPositive();
        var end = readme.indexOf("\n## ", chapter + 1);
        var told = new TreeSet<String>();
        var asked = own ? readme : readme.substring(0, chapter) + readme.substring(end);
        SECRET_ROW.matcher(asked).results().forEach(row -> {
            if (row.group(1).contains("<room>")) {
                house.rooms().forEach(room -> told.add(row.group(1).replace("<room>", room)));
            } else {
                told.add(row.group(1));
            }
        });
        return told;
    }

    private static String production() throws Exception {
        assumeThat(Manifests.kubectl())
                .as("kubectl renders the overlays; it is not on this machine")
                .isNotNull();
        return Manifests.rendered(Path.of("overlays", "production"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/dev", "overlays/production", "overlays/production-own"})
    void fitsTheCodeAndIsWhole(String overlay) throws Exception {
        assumeThat(Manifests.kubectl())
                .as("kubectl renders the overlays; it is not on this machine")
                .isNotNull();
        var house = House.at(ROOT);
        var manifests = Manifests.of(Manifests.rendered(Path.of(overlay)));
        assertThat(manifests.faults()).isEmpty();
        assertThat(PodChecks.faults(manifests)).isEmpty();
        assertThat(PodSecurity.faults(manifests)).isEmpty();
        assertThat(ReferenceChecks.faults(manifests, told(house, overlay.endsWith("-own"))))
                .isEmpty();
        assertThat(CodeChecks.faults(manifests, house)).isEmpty();
    }

    @Test
    void preparesTheStoreOfEveryRoom() throws Exception {
        assumeThat(Manifests.kubectl())
                .as("kubectl renders the overlays; it is not on this machine")
                .isNotNull();
        var manifests = Manifests.of(Manifests.rendered(Path.of("overlays", "production", "prepare")));
        assertThat(manifests.faults()).isEmpty();
        assertThat(PodChecks.faults(manifests)).isEmpty();
        assertThat(PodSecurity.faults(manifests)).isEmpty();
        var pod = manifests.all(Job.class).getFirst().getSpec().getTemplate().getSpec();
        assertThat(Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                        .map(Container::getName))
                .containsExactlyInAnyOrderElementsOf(House.at(ROOT).rooms());
    }

    @Test
    void isWellTypedAlsoWhereNothingRendersIt() throws Exception {
        try (var files = Files.walk(Path.of("."))) {
            var manifests = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith(Path.of(".", "target")))
                    .filter(file -> !file.startsWith(Path.of(".", "observability")))
                    .filter(file -> !file.getParent().endsWith("policy"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .toList();
            assertThat(manifests).hasSizeGreaterThan(10);
            for (var file : manifests) {
                assertThat(Manifests.of(Files.readString(file)).faults())
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a field that no model has     | revisionHistoryLimit: 5                     | revisionHistoryLimits: 5
            a kind that nobody knows      | kind: PodDisruptionBudget                   | kind: PodDisruption
            no readiness probe            | readinessProbe:                             | startupProbe:
            probes where people come in   | port: management                            | port: http
            a way to management           | targetPort: http                            | targetPort: management
            no memory limit               | memory: 768Mi                               | ephemeral-storage: 768Mi
            root                          | runAsNonRoot: true                          | runAsNonRoot: false
            a writable file system        | readOnlyRootFilesystem: true                | readOnlyRootFilesystem: false
            no version of an image        | images.sanming.example/migrant/wage-service@sha256:0000000000000000000000000000000000000000000000000000000000000000 | images.sanming.example/migrant/wage-service
            a secret nobody provides      | name: sanming-admin-wage-service            | name: sanming-admin-wages
            settings nobody provides      | name: door                                  | name: doors
            an address nobody lives at    | http://gateway:8080/oauth2/jwks             | http://door:8080/oauth2/jwks
            a route to nowhere            | WAGE_SERVICE_URI: http://wage-service:8080  | WAGE_SERVICE_URI: http://job-service:8080
            a start that is killed        | failureThreshold: 120                       | failureThreshold: 30
            a store nobody certifies      | name: mongodb-ca                            | name: mongodb-authority
            a broker with capabilities    | kafkaContainer:                             | kafkaContainers:
            an agent without a profile    | runAsUser: 2000                             | runAsUser: 0
            a dump without an address     | name: sanming-admin-backup                  | name: sanming-admin-dump
            a topic nobody writes         | name: wage.events                           | name: wages.events
            a topic that outlives inboxes | retention.ms: 63072000000                  | retention.ms: 94608000000
            """)
    void noticesABrokenCopy(String what, String whole, String broken) throws Exception {
        var house = House.at(ROOT);
        var yaml = production();
        assertThat(yaml).as("the part to break").contains(whole);
        assertThat(faults(yaml.replace(whole, broken), house)).as(what).isNotEmpty();
    }

    @Test
    void noticesACallThatNoPolicyLetsThrough() throws Exception {
        var house = House.at(ROOT);
        var calls = new TreeMap<>(house.calls());
        calls.put("wage-service", Set.of("job-service"));
        var more = new House(house.rooms(), calls, house.routes(), house.topics(), house.retention());
        assertThat(faults(production(), more))
                .anySatisfy(fault -> assertThat(fault).startsWith("wage-service may ask"))
                .anySatisfy(fault -> assertThat(fault).startsWith("job-service may be asked by"));
    }

    @Test
    void noticesARoomThatIsNotDeployed() throws Exception {
        var house = House.at(ROOT);
        var rooms = new TreeSet<>(house.rooms());
        rooms.add("weather-service");
        var calls = new TreeMap<>(house.calls());
        calls.put("weather-service", Set.of());
        assertThat(faults(production(), new House(rooms, calls, house.routes(), house.topics(), house.retention())))
                .isNotEmpty();
    }

    private static List<String> faults(String yaml, House house) throws IOException {
        var manifests = Manifests.of(yaml);
        var faults = new ArrayList<>(manifests.faults());
        faults.addAll(PodChecks.faults(manifests));
        faults.addAll(PodSecurity.faults(manifests));
        faults.addAll(ReferenceChecks.faults(manifests, told(house, false)));
        faults.addAll(CodeChecks.faults(manifests, house));
        return faults;
    }
}
