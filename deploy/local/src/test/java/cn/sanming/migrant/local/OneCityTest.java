package cn.sanming.migrant.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.OpenApiContract;
import cn.sanming.migrant.platform.test.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Nine rooms in one process get along: each describes itself as it does alone, and each is as honest as the door.
class OneCityTest {

    /// As the kernel writes them: the state of a listening socket, 127.0.0.1.
    private static final String LISTENS = "0A";

    private static final String LOOPBACK = "0100007F";
    private static final Path ROOT = Path.of("..", "..");

    /// In the order of their ports.
    private static final List<String> ROOMS = List.of(
            "gateway",
            "job-service",
            "subsidy-service",
            "training-service",
            "housing-service",
            "wage-service",
            "legal-aid-service",
            "community-service",
            "supervision-service");

    private static final List<String> AREAS = List.of(
            "reference", "jobs", "subsidies", "training", "housing", "wages", "legal-aid", "community", "supervision");

    @TempDir
    static Path folder;

    private static Process city;
    private static int portBase;

    @BeforeAll
    static void start() throws IOException {
        portBase = CityProcess.portBase();
        city = CityProcess.start(folder, portBase);
        await("the city")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !city.isAlive()
                        || Files.readString(folder.resolve("city.out")).contains("ctrl-C stops it"));
        assertThat(city.isAlive()).isTrue();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        city.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    private static Api room(int room) {
        return new Api(() -> "http://localhost:" + (portBase + room));
    }

    private static String difference(int room, String language) {
        return OpenApiContract.difference(
                room(room).with("Accept-Language", language),
                ROOT.resolve(ROOMS.get(room)).resolve("contracts").resolve("operations.txt"));
    }

    /// A description is made when it is first asked for in a language: two languages give two orders in one city.
    @Test
    void describesEveryRoomAsItDescribesItselfAloneInWhateverOrder() {
        for (int room = 0; room < ROOMS.size(); room++) {
            assertThat(difference(room, "zh")).as(ROOMS.get(room)).isEmpty();
        }
        for (int room = ROOMS.size() - 1; room >= 0; room--) {
            assertThat(difference(room, "en")).as(ROOMS.get(room)).isEmpty();
        }
        for (var area : AREAS.subList(1, AREAS.size())) {
            assertThat(room(0).get("/openapi/" + area).status()).as(area).isEqualTo(200);
        }
    }

    @Test
    void isHonestAtTheDoorAndInEveryRoom() throws IOException {
        for (int room = 0; room < ROOMS.size(); room++) {
            var rules = "GET /api/v1/" + AREAS.get(room) + "/rules";
            assertThat(RawHttp.send(portBase + room, rules + " HTTP/1.1", "User-Agent: 荣耀")
                            .status())
                    .as(ROOMS.get(room))
                    .isEqualTo(200);
            isAProblem(RawHttp.send(portBase + room, rules + " HTTP/1.1", "X-Long: " + "x".repeat(9 * 1024)));
            isAProblem(RawHttp.send(portBase + room, rules + "?name=工资 HTTP/1.1"));
            isAProblem(RawHttp.send(portBase + room, rules + "/a%2Fb HTTP/1.1"));
            assertThat(room(room).head("/api/v1/" + AREAS.get(room) + "/rules").status())
                    .isEqualTo(200);
            assertThat(room(room).get("/actuator/health").status()).isIn(401, 403, 404);
        }
    }

    private static void isAProblem(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.head()).isBetween(400, 499);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
        assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain("<html");
    }

    @Test
    void isReadyInEveryRoomAtThePortOfItsManagement() {
        IntStream.range(0, ROOMS.size()).forEach(room -> {
            var management = new Api(() -> "http://localhost:" + (portBase + 1000 + room));
            assertThat(management.get("/actuator/health").text("/status"))
                    .as(ROOMS.get(room))
                    .isEqualTo("UP");
        });
    }

    /// Fictional people and keys that everybody knows: the machine's neighbours have no business here.
    @Test
    @EnabledOnOs(OS.LINUX)
    void listensToThisMachineOnly() throws IOException {
        var listening = new ArrayList<String>();
        for (var table : List.of("tcp", "tcp6")) {
            Files.readAllLines(Path.of("/proc/" + city.pid() + "/net/" + table)).stream()
                    .map(line -> line.strip().split(" +"))
                    .filter(columns -> LISTENS.equals(columns[3]))
                    .forEach(columns -> listening.add(columns[1]));
        }
        for (int room = 0; room < ROOMS.size(); room++) {
            for (int port : new int[] {portBase + room, portBase + 1000 + room}) {
                assertThat(listening)
                        .filteredOn(address -> address.endsWith(":%04X".formatted(port)))
                        .isNotEmpty()
                        .allMatch(address -> address.contains(LOOPBACK));
            }
        }
    }
}
