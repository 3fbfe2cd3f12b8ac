package cn.sanming.migrant.job.collection;

import static cn.sanming.migrant.job.Deeds.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.Deeds;
import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/// Every active employer is asked once a month, answers through any door, and the round shows its response rate.
@ServiceTest
class CollectionStoryTest {

    private static final String EMPLOYERS = "/api/v1/jobs/employers/";
    private static final String REQUESTS = "/api/v1/jobs/collection-requests";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    @Autowired
    JobRunner jobs;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    private void keep(String uscc, String status) {
        var kept = api.as(OFFICER)
                .put(EMPLOYERS + uscc, Map.of("name", "企业", "district", "350428", "status", status, "reach", "VENUE"));
        assertThat(kept.status()).isEqualTo(200);
    }

    private String requestOf(String uscc) {
        return api.as(Who.firm(uscc)).get(REQUESTS).text("/items/0/id");
    }

    @Test
    void asksEveryActiveEmployerCountsAnswersByChannelAndClosesTheRound() {
        clock.set("2023-05-02");
        var silent = Deeds.creditCode(500);
        var needsNobody = Deeds.creditCode(501);
        var atTheVenue = Deeds.creditCode(502);
        var publishes = Deeds.creditCode(503);
        var gone = Deeds.creditCode(504);
        var listed = Deeds.creditCode(505);
        for (var uscc : List.of(silent, needsNobody, atTheVenue, publishes, listed)) {
            keep(uscc, "ACTIVE");
        }
        keep(gone, "CANCELLED");
        events.publish("wage.blacklist.listed", "b-505", "350428", clock.instant(), Deeds.listed(listed));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> api.as(OFFICER)
                .get(EMPLOYERS + listed)
                .body()
                .path("blacklisted")
                .asBoolean());

        Nights.run(jobs, "collection-rounds", "2023-05-02");
        Nights.run(jobs, "collection-rounds", "2023-05-02");
        assertThat(requestOf(gone)).isEmpty();
        assertThat(requestOf(listed)).isEmpty();
        var firm = api.as(Who.firm(needsNobody));
        var no = firm.post(
                REQUESTS + "/" + requestOf(needsNobody) + "/answer", Map.of("answer", "NO_NEED", "channel", "WECHAT"));
        assertThat(no.text("/answered_by")).isEqualTo("WECHAT");
        assertThat(firm.post(
                                REQUESTS + "/" + requestOf(needsNobody) + "/answer",
                                Map.of("answer", "VACANCIES", "vacancies", 0, "channel", "WECHAT"))
                        .text("/errors/0/code"))
                .isEqualTo("ANSWER_AND_NUMBER_DISAGREE");
        assertThat(firm.post(
                                REQUESTS + "/" + requestOf(silent) + "/answer",
                                Map.of("answer", "NO_NEED", "channel", "WECHAT"))
                        .status())
                .isEqualTo(404);
        api.as(OFFICER)
                .post(
                        REQUESTS + "/" + requestOf(atTheVenue) + "/answer",
                        Map.of("answer", "VACANCIES", "vacancies", 4, "channel", "VENUE"));
        var offer = Deeds.offer(publishes, "包装工", null);
        offer.put("channels", List.of("SMS"));
        Deeds.published(api, publishes, offer);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> round().path("answered").asInt() == 3);
        var round = round();
        int asked = round.path("asked").asInt();
        assertThat(asked).isGreaterThanOrEqualTo(4);
        assertThat(round.path("vacancies").asInt()).isEqualTo(5);
        assertThat(round.at("/answers_by_channel/WECHAT").asInt()).isEqualTo(1);
        assertThat(round.at("/answers_by_channel/VENUE").asInt()).isEqualTo(1);
        assertThat(round.at("/answers_by_channel/SMS").asInt()).isEqualTo(1);
        assertThat(round.path("response_rate").asDouble()).isEqualTo(Math.round(30_000.0 / asked) / 10_000.0);
        assertThat(round.path("closes_on").asString()).isEqualTo("2023-05-31");

        clock.set("2023-06-01");
        var late = firm.post(
                REQUESTS + "/" + requestOf(needsNobody) + "/answer", Map.of("answer", "NO_NEED", "channel", "WEB"));
        assertThat(late.text("/code")).isEqualTo("DEADLINE_PASSED");
        Nights.run(jobs, "collection-rounds", "2023-06-01");
        assertThat(round().path("closed").asBoolean()).isTrue();
        assertThat(round().path("answered").asInt()).isEqualTo(3);
        assertThat(api.as(OFFICER).get("/api/v1/jobs/collection-rounds").text("/items/0/id"))
                .isNotEmpty();
        assertThat(firm.get("/api/v1/jobs/collection-rounds").status()).isEqualTo(403);
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    private JsonNode round() {
        return api.as(OFFICER).get("/api/v1/jobs/collection-rounds/cr-2023-05").body();
    }
}
