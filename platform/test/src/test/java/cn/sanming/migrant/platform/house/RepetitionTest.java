package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// What is said twice is done once, what follows a step follows its save, and what one may not see is unknown.
@ServiceTest
class RepetitionTest {

    private static final String PATH = "/api/v1/tickets/tickets";
    private static final Who FIRM = new Who("f-1", List.of("EMPLOYER"), null, null, "91350404MA0FJM101G", null);
    private static final Who CLERK = Who.officer("u-1", "350404", "CLERK");

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    TicketDesk desk;

    private static Map<String, Object> ticket(String number) {
        return Map.of("number", number, "amount", "10.00", "district", "350404");
    }

    private Api keyed(Who who, String key) {
        return api.as(who).with("Idempotency-Key", key);
    }

    private long numbered(String number) {
        return mongo.count(Query.query(Criteria.where("number").is(number)), Ticket.class);
    }

    @Test
    void answersARepeatedOpeningAsTheFirstTime() {
        var key = UUID.randomUUID().toString();
        var first = keyed(FIRM, key).post(PATH, ticket("R-1"));
        var again = keyed(FIRM, key).post(PATH, ticket("R-1"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.raw().headers().firstValue("Location"))
                .isEqualTo(first.raw().headers().firstValue("Location"));
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(numbered("R-1")).isEqualTo(1);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        var key = UUID.randomUUID().toString();
        keyed(FIRM, key).post(PATH, ticket("R-2"));

        assertThat(keyed(FIRM, key).post(PATH, ticket("R-3")).text("/code")).isEqualTo("IDEMPOTENCY_MISMATCH");
        assertThat(numbered("R-3")).isZero();
    }

    @Test
    void makesOneOfTwentyTwinsThatComeAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        Callable<Api.Answer> twin = () -> keyed(FIRM, key).post(PATH, ticket("R-4"));
        List<Future<Api.Answer>> answers;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = pool.invokeAll(java.util.Collections.nCopies(20, twin));
        }
        for (var answer : answers) {
            assertThat(answer.get().status()).isEqualTo(201);
            assertThat(answer.get().text("/id"))
                    .isEqualTo(answers.getFirst().get().text("/id"));
        }
        assertThat(numbered("R-4")).isEqualTo(1);
    }

    @Test
    void movesACaseOnceHoweverOftenTheCommandIsSent() {
        var id = api.as(FIRM).post(PATH, ticket("R-5")).text("/id");
        var key = UUID.randomUUID().toString();

        assertThat(keyed(CLERK, key).post(PATH + "/" + id + "/check", null).status())
                .isEqualTo(200);
        var again = keyed(CLERK, key).post(PATH + "/" + id + "/check", null);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/state")).isEqualTo("CHECKED");
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(keyed(CLERK, UUID.randomUUID().toString())
                        .post(PATH + "/" + id + "/check", null)
                        .status())
                .isEqualTo(409);
        assertThat(mongo.findById(id, Ticket.class).file.history()).hasSize(1);
    }

    @Test
    void refusesAChangeOfWhatTheCallerHasNotSeen() {
        var id = api.as(FIRM).post(PATH, ticket("R-6")).text("/id");

        assertThat(api.as(CLERK)
                        .with("If-Match", "\"999999\"")
                        .post(PATH + "/" + id + "/check", null)
                        .status())
                .isEqualTo(412);
        assertThat(api.as(CLERK)
                        .with("If-Match", "\"0\"")
                        .post(PATH + "/" + id + "/check", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsAStrangerNothingOfACaseThatExists() {
        var id = api.as(FIRM).post(PATH, ticket("R-7")).text("/id");
        var elsewhere = Who.officer("u-8", "350481", "CLERK");
        var otherFirm = new Who("f-2", List.of("EMPLOYER"), null, null, "91350404MA0FJM111H", null);
        for (var who : List.of(elsewhere, otherFirm)) {
            for (var command : List.of("check", "remark", "finish")) {
                var known = api.as(who).post(PATH + "/" + id + "/" + command, Map.of());
                var unknown = api.as(who).post(PATH + "/ti-unknown/" + command, Map.of());
                assertThat(known.status()).isEqualTo(unknown.status()).isIn(403, 404);
                assertThat(known.text("/code")).isEqualTo(unknown.text("/code"));
            }
        }
    }

    @Test
    void doesWhatFollowsBeforeItAnswers() {
        var id = api.as(FIRM).post(PATH, ticket("R-8")).text("/id");

        var answer = api.as(CLERK).post(PATH + "/" + id + "/announce", null);

        assertThat(desk.announced).contains(id + " R-8");
        var stored = mongo.findById(id, Ticket.class);
        assertThat(answer.raw().headers().firstValue("ETag")).hasValue("\"" + stored.version + "\"");
        assertThat(owing(id)).isZero();
    }

    @Test
    void doesLaterWhatCouldNotFollowAtOnce() {
        var id = api.as(FIRM).post(PATH, ticket("R-9")).text("/id");
        desk.boardIsBroken = true;
        try {
            assertThat(api.as(CLERK).post(PATH + "/" + id + "/announce", null).status())
                    .isEqualTo(200);
            assertThat(owing(id)).isEqualTo(1);
            assertThat(desk.announced).doesNotContain(id + " R-9");
        } finally {
            desk.boardIsBroken = false;
        }
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(desk.announced).contains(id + " R-9");
            assertThat(owing(id)).isZero();
        });
    }

    private long owing(String id) {
        return mongo.count(
                Query.query(Criteria.where("_id")
                        .is(id)
                        .and("file.followUps.pending._id")
                        .exists(true)),
                Ticket.class);
    }
}
