package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The manners of the house, on the smallest department there can be.
@ServiceTest
class HouseTest {

    private static final String PATH = "/api/v1/tickets/tickets";
    private static final Who FIRM = Who.firm("91350404MA0FJM012Y");
    private static final Who OTHER_FIRM = Who.firm("91350404MA0FJM020R");
    private static final Who CLERK = Who.officer("u-1", "350404", "CLERK");
    private static final Who HEAD = Who.officer("u-2", "350404", "HEAD");

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Cases cases;

    @Autowired
    TicketDesk desk;

    @Autowired
    QueryShapes shapes;

    private static int numbers;

    private String open(String amount) {
        var body = Map.of("number", "N" + ++numbers, "amount", amount, "district", "350404");
        var answer = api.as(FIRM).post(PATH, body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.text("/id");
    }

    private String checked(String amount) {
        var id = open(amount);
        assertThat(api.as(CLERK).post(PATH + "/" + id + "/check", null).status())
                .isEqualTo(200);
        return id;
    }

    @Test
    void createsAndSaysWhere() {
        var answer = api.as(FIRM).post(PATH, Map.of("number", "A-1", "amount", "10.00", "district", "350404"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.raw().headers().firstValue("Location")).hasValue(PATH + "/" + answer.text("/id"));
        assertThat(answer.raw().headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(answer.text("/amount")).isEqualTo("10.00");
    }

    @Test
    void answersADuplicateWithALinkToTheFirst() {
        var body = Map.of("number", "A-2", "amount", "10.00", "district", "350404");
        var first = api.as(FIRM).post(PATH, body);

        var second = api.as(FIRM).post(PATH, body);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/code")).isEqualTo("DUPLICATE");
        assertThat(second.text("/other")).isEqualTo(PATH + "/" + first.text("/id"));
    }

    @Test
    void asksForATokenAndForTheRightRole() {
        assertThat(api.post(PATH, Map.of()).status()).isEqualTo(401);
        assertThat(api.with("Authorization", "Bearer nonsense").get(PATH).status())
                .isEqualTo(401);
        assertThat(api.as(CLERK).post(PATH, Map.of()).text("/code")).isEqualTo("FORBIDDEN_ROLE");
        var system = new Who("u-9", java.util.List.of("SYSTEM"), null, null, null, null);
        assertThat(api.as(system)
                        .post(PATH + "/" + open("1.00") + "/drop", null)
                        .text("/code"))
                .isEqualTo("FORBIDDEN_ROLE");
    }

    @Test
    void checksRoleThenDistrictThenStateThenGuard() {
        var id = open("500.01");
        var stranger = Who.officer("u-3", "350405", "CLERK", "HEAD");

        assertThat(api.as(FIRM).post(PATH + "/" + id + "/finish", null).text("/code"))
                .isEqualTo("FORBIDDEN_ROLE");
        assertThat(api.as(stranger).post(PATH + "/" + id + "/finish", null).text("/code"))
                .isEqualTo("NOT_FOUND");
        assertThat(api.as(HEAD).post(PATH + "/" + id + "/finish", null).text("/code"))
                .isEqualTo("ILLEGAL_TRANSITION");
        api.as(CLERK).post(PATH + "/" + id + "/check", null);
        var refused = api.as(HEAD).post(PATH + "/" + id + "/finish", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("TOO_MUCH");
        assertThat(refused.text("/errors/0/required")).isEqualTo("500.00");
        assertThat(events.of("ticket.ticket.finished", id)).isEmpty();
    }

    @Test
    void keepsFourEyesApart() {
        var both = Who.officer("u-5", null, "CLERK", "HEAD");
        var id = open("1.00");
        api.as(both).post(PATH + "/" + id + "/check", null);

        assertThat(api.as(both).post(PATH + "/" + id + "/finish", null).text("/code"))
                .isEqualTo("FOUR_EYES");
    }

    @Test
    void publishesWhatHappenedOnceAndInOrderAndEmptiesTheOutbox() {
        var id = checked("20.00");

        assertThat(api.as(HEAD).post(PATH + "/" + id + "/finish", null).status())
                .isEqualTo(200);

        var seen = events.await("ticket.ticket.finished", id, 2);
        assertThat(seen).extracting(Events.Seen::sequence).containsExactly(1L, 2L);
        assertThat(seen.getFirst().data().get("amount").asString()).isEqualTo("20.00");
        assertThat(seen.getFirst().event().getExtension("district")).isEqualTo("350404");
        await().untilAsserted(() -> assertThat(
                        mongo.findById(id, Ticket.class).file.outbox().pending())
                .isEmpty());
    }

    @Test
    void givesTheFirstAnswerAgainForTheSameKey() {
        var body = Map.of("number", "K-1", "amount", "10.00", "district", "350404");
        var keyed = api.as(FIRM).with("Idempotency-Key", "key-1");

        var first = keyed.post(PATH, body);
        var again = keyed.post(PATH, body);
        var other = keyed.post(PATH, Map.of("number", "K-2", "amount", "10.00", "district", "350404"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.raw().headers().firstValue("Location"))
                .isEqualTo(first.raw().headers().firstValue("Location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("IDEMPOTENCY_MISMATCH");
    }

    @Test
    void letsExactlyOneOfManyParallelCommandsWin() throws Exception {
        var id = open("1.00");
        Callable<Integer> check =
                () -> api.as(CLERK).post(PATH + "/" + id + "/check", null).status();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = pool
                    .invokeAll(IntStream.range(0, 20).mapToObj(_ -> check).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(200);
            assertThat(statuses).containsOnly(200, 409);
        }
    }

    @Test
    void refusesAStaleVersion() {
        var id = open("1.00");
        api.as(CLERK).post(PATH + "/" + id + "/remark", Map.of("reason", "seen"));

        var stale = api.as(CLERK).with("If-Match", "\"0\"").post(PATH + "/" + id + "/check", null);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(api.as(CLERK)
                        .with("If-Match", "\"1\"")
                        .post(PATH + "/" + id + "/check", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showsPartiesTheirOwnAndOfficersTheirCounty() {
        var id = open("1.00");

        assertThat(api.as(FIRM).get(PATH + "/" + id).status()).isEqualTo(200);
        assertThat(api.as(OTHER_FIRM).get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(api.as(OTHER_FIRM).get(PATH).body().at("/items").isEmpty()).isTrue();
        assertThat(api.as(Who.officer("u-7", "350405", "CLERK"))
                        .get(PATH)
                        .body()
                        .at("/items")
                        .isEmpty())
                .isTrue();
        assertThat(api.as(CLERK).get(PATH + "?colour=red").status()).isEqualTo(400);
    }

    @Test
    void pagesByCursor() {
        for (int i = 0; i < 3; i++) {
            open("1.00");
        }
        var first = api.as(CLERK).get(PATH + "?limit=2");
        var second = api.as(CLERK).get(PATH + "?limit=2&after=" + first.text("/next"));

        assertThat(first.body().at("/items").size()).isEqualTo(2);
        assertThat(second.body().at("/items/0/id")).isNotEqualTo(first.body().at("/items/0/id"));
    }

    @Test
    void letsTheSystemActThroughTheSameDispatcher() {
        var id = open("1.00");

        cases.fire(id, TicketDesk.DROP, CommandContext.ofSystem(clock.instant()));

        assertThat(api.as(CLERK).get(PATH + "/" + id).text("/state")).isEqualTo("DROPPED");
    }

    @Test
    void asksNothingOfTheStoreWithoutAnIndex() {
        open("1.00");
        api.as(CLERK).get(PATH + "?state=OPEN");

        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }
}
