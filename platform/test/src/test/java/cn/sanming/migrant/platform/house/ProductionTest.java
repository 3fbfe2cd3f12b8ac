package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.embedded.LocalBroker;
import cn.sanming.migrant.platform.embedded.LocalStore;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.GivenFigures;
import cn.sanming.migrant.platform.test.ServiceProcess;
import cn.sanming.migrant.platform.test.TestAuthority;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service as a cluster starts it: a process of its own, told by the documented variables only, with a broker and
/// a store behind TLS of the city's own authority. What a real MongoDB adds (SCRAM, a replica set) the embedded
/// store does not have; it is not run here.
class ProductionTest {

    private static final Pattern FRAME = Pattern.compile("(?m)^\\s+at ");
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Map<String, String> variables(String store, Path storeCa, String broker, Path brokerCa) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("SPRING_PROFILES_ACTIVE", "production"),
                Map.entry("MONGODB_URI", store),
                Map.entry("MONGODB_CA", storeCa.toString()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker),
                Map.entry("KAFKA_CA", brokerCa.toString()),
                Map.entry(
                        "KAFKA_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"ticket-service\" password=\"secret-of-tickets\";"),
                Map.entry("MIGRANT_FIELD_KEY", key()),
                Map.entry("MIGRANT_INDEX_KEY", key()),
                Map.entry("MIGRANT_PSEUDONYM_KEY", key()),
                Map.entry("MIGRANT_JWKS_URI", ServiceProcess.jwks()),
                Map.entry("MIGRANT_TOKEN_URL", "http://localhost:1/oauth2/token"),
                Map.entry("MIGRANT_CLIENT_SECRET", "secret"),
                Map.entry("MIGRANT_EVENTS_REPLICAS", "1")));
    }

    private static void isReady(ServiceProcess service, Path log) {
        await("the service, its log: " + log)
                .atMost(START)
                .ignoreExceptions()
                .until(() -> !service.isAlive()
                        || service.api()
                                        .management()
                                        .get("/actuator/health/readiness")
                                        .status()
                                == 200);
        assertThat(service.isAlive()).as("still running; its log: " + log).isTrue();
    }

    private static String open(Api api, String number) {
        var opened = api.as(Who.firm("91350404MA0FJM012Y"))
                .post("/api/v1/tickets/tickets", Map.of("number", number, "amount", "10.00", "district", "350404"));
        assertThat(opened.status()).isEqualTo(201);
        return opened.text("/id");
    }

    private static void finish(Api api, String id) {
        api.as(Who.officer("u-1", "350404", "CLERK")).post("/api/v1/tickets/tickets/" + id + "/check", null);
        assertThat(api.as(Who.officer("u-2", "350404", "HEAD"))
                        .post("/api/v1/tickets/tickets/" + id + "/finish", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void startsWithTheDocumentedVariablesAndFollowsARenewedAuthority() throws Exception {
        var authority = TestAuthority.in(folder.resolve("first"));
        var trusted = Files.copy(authority.certificate(), folder.resolve("mounted.crt"));
        var users = Map.of("ticket-service", "secret-of-tickets");
        var log = folder.resolve("service.log");
        var certificate = authority.certify("ip:127.0.0.1");
        var store = LocalStore.start(folder.resolve("store"), 0, certificate);
        int port = store.port();
        try (var broker = LocalBroker.start(folder.resolve("broker"), 0, certificate, users)) {
            var variables = variables(
                    store.connectionString() + "/?tls=true",
                    trusted,
                    broker.bootstrapServers(),
                    authority.certificate());
            variables.put("SPRING_SSL_BUNDLE_WATCH_FILE_QUIETPERIOD", "200ms");
            try (var service = ServiceProcess.told(TicketServiceApplication.class, variables, log)) {
                isReady(service, log);
                finish(service.api(), open(service.api(), "one"));
                await("its events go out over TLS").atMost(START).until(() -> delivered(service) >= 2);
                await("the figures that alerts ask for")
                        .atMost(START)
                        .untilAsserted(() -> GivenFigures.areGivenBy(
                                "every room", service.api().management().get("/actuator/prometheus")));

                // the authority is replaced while the service runs, and the store comes back certified by the new one
                store.close();
                var renewed = TestAuthority.in(folder.resolve("second"));
                Files.copy(renewed.certificate(), trusted, StandardCopyOption.REPLACE_EXISTING);
                store = LocalStore.start(folder.resolve("store"), port, renewed.certify("ip:127.0.0.1"));
                await("a connection that trusts the new authority")
                        .atMost(START)
                        .ignoreExceptions()
                        .until(() -> open(service.api(), "two") != null);
                assertThat(service.isAlive()).isTrue();
            }
        } finally {
            store.close();
        }
        assertThat(FRAME.matcher(beforeTheStoreWent(log)).find()).isFalse();
    }

    /// The log up to the point where the test takes the store away.
    private static String beforeTheStoreWent(Path log) throws IOException {
        var all = Files.readString(log);
        int started = all.indexOf("Started TicketServiceApplication");
        assertThat(started).as("says that it started").isPositive();
        return all.substring(0, started);
    }

    private static double delivered(ServiceProcess service) {
        return service.api()
                .management()
                .get("/actuator/prometheus")
                .raw()
                .body()
                .lines()
                .filter(line -> line.startsWith("outbox_relay_lag_seconds_count"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void saysInOneLineEachWhatIsMissingOrWrong() throws Exception {
        var log = folder.resolve("service.log");
        var empty = Files.createFile(folder.resolve("empty.crt"));
        var variables = variables("jdbc:mongodb", folder.resolve("nowhere.crt"), "kafka without a port", empty);
        variables.put("MIGRANT_FIELD_KEY", "bG9jYWwtb25seS1maWVsZC1rZXktMzItYnl0ZXMhISE=");
        variables.put("MIGRANT_INDEX_KEY", variables.get("MIGRANT_PSEUDONYM_KEY"));
        variables.put("KAFKA_SASL_JAAS_CONFIG", "user:password-that-nobody-may-see");
        variables.put("MIGRANT_JWKS_URI", "gateway/jwks");
        variables.remove("MIGRANT_CLIENT_SECRET");
        variables.put("MIGRANT_LOG_FORMAT", "");
        try (var service = ServiceProcess.told(TicketServiceApplication.class, variables, log)) {
            assertThat(service.end(END)).isEqualTo(1);
        }
        assertThat(Files.readString(log))
                .contains("MONGODB_URI is not a mongodb:// or mongodb+srv:// address")
                .contains("MONGODB_CA names a file that is not there")
                .contains("KAFKA_BOOTSTRAP_SERVERS is not a list of host:port")
                .contains("KAFKA_CA names a file without certificates")
                .contains("KAFKA_SASL_JAAS_CONFIG is not a ScramLoginModule")
                .contains("MIGRANT_FIELD_KEY is a demonstration key")
                .contains("MIGRANT_PSEUDONYM_KEY is the same as another key")
                .contains("MIGRANT_JWKS_URI is not an http or https address")
                .contains("MIGRANT_CLIENT_SECRET is not set")
                .doesNotContain("password-that-nobody-may-see")
                .doesNotContain("\tat ");
        assertThat(Files.readAllLines(log)).hasSizeLessThan(30);
    }

    @Test
    void saysInOneLineThatANumberIsNone() throws Exception {
        var authority = TestAuthority.in(folder.resolve("authority"));
        var log = folder.resolve("service.log");
        var variables = variables(
                "mongodb://127.0.0.1:1/?tls=true", authority.certificate(), "127.0.0.1:1", authority.certificate());
        variables.put("MIGRANT_EVENTS_PARTITIONS", "twelve");
        try (var service = ServiceProcess.told(TicketServiceApplication.class, variables, log)) {
            assertThat(service.end(END)).isEqualTo(1);
        }
        var last = Files.readAllLines(log).getLast();
        assertThat(last).contains("ERROR").contains("is not a int (ownTopics)").doesNotContain("\\tat ");
        assertThat(FRAME.matcher(Files.readString(log)).find()).isFalse();
    }
}
