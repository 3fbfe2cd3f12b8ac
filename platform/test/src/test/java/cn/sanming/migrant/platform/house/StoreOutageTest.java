package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.LocalPlatform;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.StoreProxy;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The store goes away, or takes connections and says nothing: everybody hears so within two seconds.
@ServiceTest
@DirtiesContext
class StoreOutageTest {

    private static final String PATH = "/api/v1/tickets/tickets";
    private static final Who FIRM = Who.firm("91350404MA0FJM012Y");
    private static final Who CLERK = Who.officer("u-1", "350404", "CLERK");
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final StoreProxy STORE = new StoreProxy(LocalPlatform.storeUri());

    @Autowired
    Api api;

    @DynamicPropertySource
    static void throughTheProxy(DynamicPropertyRegistry properties) {
        properties.add(LocalPlatform.STORE_URI, STORE::connectionString);
    }

    @AfterEach
    void heals() {
        STORE.recover();
        await("the service to heal by itself").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(readiness()).isEqualTo(200);
            assertThat(api.as(CLERK).get(PATH).status()).isEqualTo(200);
        });
    }

    private int readiness() {
        return api.management().get("/actuator/health/readiness").status();
    }

    private static Map<String, String> ticket() {
        return Map.of("number", UUID.randomUUID().toString(), "amount", "10.00", "district", "350404");
    }

    /// One request of each kind.
    private static Map<String, Function<Api, Api.Answer>> requests(String id) {
        var all = new LinkedHashMap<String, Function<Api, Api.Answer>>();
        all.put("list", api -> api.as(CLERK).get(PATH));
        all.put("read", api -> api.as(CLERK).get(PATH + "/" + id));
        all.put("open", api -> api.as(FIRM).post(PATH, ticket()));
        all.put("command", api -> api.as(CLERK).post(PATH + "/" + id + "/check", null));
        all.put("open with a key", api -> keyed(api, FIRM).post(PATH, ticket()));
        all.put("command with a key", api -> keyed(api, CLERK).post(PATH + "/" + id + "/check", null));
        return all;
    }

    private static Api keyed(Api api, Who who) {
        return api.as(who).with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private void everybodyHearsSoInTime(String id) {
        requests(id).forEach((name, request) -> {
            long begun = System.nanoTime();
            var answer = request.apply(api);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(name).isLessThan(LIMIT);
            assertThat(answer.status()).as(name).isEqualTo(503);
            assertThat(answer.text("/code")).as(name).isEqualTo("UNAVAILABLE");
            assertThat(answer.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.raw().headers().firstValue("Retry-After"))
                    .as(name)
                    .isPresent();
        });
        assertThat(readiness()).isEqualTo(503);
        assertThat(api.management().get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    private String opened() {
        return api.as(FIRM).post(PATH, ticket()).text("/id");
    }

    @Test
    void saysSoInTimeWhenTheStoreIsStopped() {
        var id = opened();

        STORE.stop();

        everybodyHearsSoInTime(id);
        everybodyHearsSoInTime(id);
    }

    @Test
    void saysSoInTimeWhenTheStoreTakesConnectionsAndIsSilent() {
        var id = opened();

        STORE.silence();

        everybodyHearsSoInTime(id);
        everybodyHearsSoInTime(id);
    }

    @Test
    void calculatesWithoutAStore() {
        STORE.stop();

        var checked = api.with("Idempotency-Key", "any")
                .post("/api/v1/tickets/lifecycles/Ticket/checks", Map.of("state", "OPEN", "command", "check"));

        assertThat(checked.status()).as(checked.raw().body()).isNotEqualTo(503);
    }
}
