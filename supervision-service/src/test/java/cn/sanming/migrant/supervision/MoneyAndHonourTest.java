package cn.sanming.migrant.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Budgets, honours and publicity over HTTP; at the end what went over the wire and what was asked of the store.
@ServiceTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MoneyAndHonourTest {

    private static final String AREA = "/api/v1/supervision";
    private static final Who SUPERVISOR = Who.ofUnit("u-dcs", "SM-DCS", null, "SUPERVISOR");
    private static final Who LEAD = Who.ofUnit("u-rsj", "SM-RSJ", null, "LEAD_OFFICER");
    private static final Who FINANCE = Who.ofUnit("u-czj", "SM-CZJ", null, "FINANCE_OFFICER");
    private static final Who PUBLICITY = Who.ofUnit("u-xcb", "SM-XCB", null, "PUBLICITY_OFFICER");

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    private Api.Answer ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 201);
        return answer;
    }

    private Api.Answer fire(Who who, String path, Object body) {
        return api.as(who).post(AREA + path, body);
    }

    @Test
    @Order(7)
    void givesOutNoMoreThanTheBudgetHolds() throws Exception {
        clock.set("2024-09-02");
        var body = Map.of(
                "measure", "M04", "district", "350421", "year", 2024, "unit_code", "SM-XQ-350421", "amount", "1000.00");
        assertThat(fire(LEAD, "/budgets", body).status()).isEqualTo(403);
        var id = ok(fire(FINANCE, "/budgets", body)).text("/id");
        assertThat(fire(FINANCE, "/budgets", body).status()).isEqualTo(409);
        var path = "/budgets/" + id + "/reservations";
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = pool
                    .invokeAll(IntStream.range(0, 12)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> fire(FINANCE, path, Map.of("claim_id", "c" + i, "amount", "100.00"))
                                            .status())
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(10);
            assertThat(statuses.stream().filter(status -> status == 422)).hasSize(2);
        }
        assertThat(events.await("supervision.budget.exhausted", id, 1)).hasSize(1);
        var held = IntStream.range(0, 12)
                .mapToObj(i -> "c" + i)
                .filter(claim ->
                        fire(FINANCE, path + "/" + claim + "/pay", null).status() == 200)
                .toList();
        assertThat(held).hasSize(10);
        ok(fire(FINANCE, path + "/" + held.getFirst() + "/pay", null));
        assertThat(fire(FINANCE, path + "/" + held.getFirst() + "/release", null)
                        .status())
                .isEqualTo(409);
        ok(fire(FINANCE, "/budgets/" + id + "/allocations", Map.of("amount", "50.01")));
        var budget = api.as(FINANCE).get(AREA + "/budgets/" + id).body();
        assertThat(budget.at("/paid").asString()).isEqualTo("1000.00");
        assertThat(budget.at("/available").asString()).isEqualTo("50.01");
        var stranger = Who.officer("u-fin2", "350423", "FINANCE_OFFICER");
        assertThat(fire(stranger, path, Map.of("claim_id", "x", "amount", "1.00"))
                        .text("/code"))
                .isEqualTo("OTHER_DISTRICT");
    }

    @Test
    @Order(8)
    void mirrorsASubsidyWhateverTheOrderOfItsEvents() {
        clock.set("2024-09-02");
        var approved =
                "{\"kind\":\"STARTUP\",\"applicant_id\":\"w9\",\"district_code\":\"350423\",\"amount\":\"700.00\",\"approved_on\":\"2024-09-02\"}";
        var suspended = "{\"kind\":\"STARTUP\",\"employer_uscc\":\"91350404MA0FJM020R\",\"cause_event_id\":\"e\"}";
        for (int i = 0; i < 2; i++) {
            subsidy("x2", 7, "subsidy.application.suspended", suspended);
            subsidy("x1", 5, "subsidy.application.approved", approved);
        }
        var budgets = AREA + "/budgets?measure=M04&district=350423&year=2024";
        await().untilAsserted(() -> assertThat(api.as(FINANCE).get(budgets).text("/items/0/committed"))
                .isEqualTo("0.00"));
        subsidy("x3", 12, "subsidy.application.approved", approved);
        await().untilAsserted(() -> assertThat(api.as(FINANCE).get(budgets).text("/items/0/available"))
                .isEqualTo("-700.00"));
        var id = api.as(FINANCE).get(budgets).text("/items/0/id");
        assertThat(events.await("supervision.budget.exhausted", id)
                        .data()
                        .at("/shortfall")
                        .asString())
                .isEqualTo("700.00");
    }

    private void subsidy(String id, long sequence, String type, String json) {
        events.publish(id, sequence, type, "S-700", "350423", clock.instant(), json);
    }

    @Test
    @Order(9)
    void grantsTheHonourAfterPublicityAndNotToThoseWhoAnswerForAListedEmployer() {
        clock.set("2024-09-02");
        events.publish(
                "wage.blacklist.listed",
                "BL-9",
                "350404",
                clock.instant(),
                Map.of("employer_uscc", "91350405MA0FJM0395", "listed_on", "2024-09-02"));
        await().until(() -> mongo.getCollection("blacklist").countDocuments() > 0);
        var id = ok(fire(
                        PUBLICITY,
                        "/honours",
                        Map.of("person_id", "w7", "year", 2024, "level", "CITY", "merits", "技术革新")))
                .text("/id");
        var path = "/honours/" + id;
        var refused = fire(
                PUBLICITY,
                path + "/review",
                Map.of("migrant_worker", false, "represents", List.of("91350405MA0FJM0395")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors").toString()).contains("DISQUALIFIED_BLACKLIST", "NOT_MIGRANT_WORKER");
        ok(fire(PUBLICITY, path + "/review", Map.of("migrant_worker", true)));
        var shown = ok(fire(PUBLICITY, path + "/publicise", null));
        assertThat(shown.text("/objection_until")).isEqualTo("2024-09-09");
        clock.set("2024-09-09");
        assertThat(fire(PUBLICITY, path + "/grant", null).text("/errors/0/code"))
                .isEqualTo("PUBLICITY_NOT_OVER");
        clock.set("2024-09-10");
        ok(fire(PUBLICITY, path + "/grant", null));
        assertThat(events.await("supervision.honour.granted", id)
                        .data()
                        .at("/title")
                        .asString())
                .isEqualTo("优秀农民工");
        assertThat(api.as(Who.worker("w7")).get(AREA + path).text("/state")).isEqualTo("GRANTED");
        assertThat(api.as(Who.worker("w8")).get(AREA + path).status()).isEqualTo(404);
        var next = ok(fire(
                        PUBLICITY, "/honours", Map.of("person_id", "w7", "year", 2025, "level", "CITY", "merits", "x")))
                .text("/id");
        assertThat(fire(PUBLICITY, "/honours/" + next + "/review", Map.of("migrant_worker", true))
                        .text("/errors/0/code"))
                .isEqualTo("DUPLICATE");
    }

    @Test
    @Order(10)
    void showsAPersonOnlyWithConsent() {
        clock.set("2024-09-02");
        var item = Map.of("kind", "PERSON", "title", "大爱三明", "media", List.of("e三明"), "published_on", "2024-09-01");
        assertThat(fire(PUBLICITY, "/publicity", item).text("/errors/0/code")).isEqualTo("CONSENT_REQUIRED");
        var law = Map.of("kind", "LAW", "title", "普法", "media", List.of("e三明", "三明日报"), "published_on", "2024-09-01");
        var id = ok(fire(PUBLICITY, "/publicity", law)).text("/id");
        assertThat(api.get(AREA + "/publicity?kind=LAW")
                        .body()
                        .at("/items/0/media/1")
                        .asString())
                .isEqualTo("三明日报");
        events.await("supervision.publicity.published", id);
        await().untilAsserted(() -> assertThat(api.get(AREA + "/indicators/IND-21-A/figures?period=2024Q3")
                        .body()
                        .at("/breakdown/LAW/items")
                        .asInt())
                .isEqualTo(1));
    }

    @Test
    @Order(11)
    void publishesOnlyWhatItsContractsSay() {
        var contracts = new EventContracts(Path.of("contracts/events"));
        assertThat(events.all("supervision.events").stream()
                        .filter(seen ->
                                !String.valueOf(seen.event().getSource()).equals("/test"))
                        .flatMap(seen -> contracts.violations(seen).stream()))
                .isEmpty();
    }

    @Test
    @Order(12)
    void readsTheDashboardAndAsksNothingOfTheStoreWithoutAnIndex() {
        var board = api.get(AREA + "/dashboard").body();
        assertThat(board.at("/items").size()).isEqualTo(64);
        assertThat(api.get(AREA + "/dashboard?measure=M15").body().at("/items").size())
                .isEqualTo(7);
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }
}
