package cn.sanming.migrant.job.vacancy;

import static cn.sanming.migrant.job.Deeds.OFFICER;
import static cn.sanming.migrant.job.Deeds.PUBLISHED;
import static cn.sanming.migrant.job.Deeds.VACANCIES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.Deeds;
import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Joint punishment as chapter 5.1 says: hidden at once, refused meanwhile, and afterwards exactly what still stands.
@ServiceTest
class BlacklistStoryTest {

    private static final String FAIRS = "/api/v1/jobs/fairs";

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

    private String state(String uscc, String id) {
        return api.as(Who.firm(uscc)).get(VACANCIES + "/" + id).text("/state");
    }

    private void becomes(String uscc, String id, String state) {
        Awaitility.await(id + " " + state).atMost(Duration.ofSeconds(20)).until(() -> state(uscc, id), state::equals);
    }

    private String published(String uscc, String title, int days) {
        var offer = Deeds.offer(uscc, title, null);
        offer.put("validity_days", days);
        return Deeds.published(api, uscc, offer);
    }

    @Test
    void hidesPublishedAndSuspendedOnesAndRestoresWhatHasNotExpired() {
        clock.set("2024-03-01");
        var uscc = Deeds.creditCode(300);
        var firm = api.as(Who.firm(uscc));
        var open = published(uscc, "电工", 30);
        var suspended = published(uscc, "焊工", 30);
        firm.post(VACANCIES + "/" + suspended + "/suspend", null);
        var shortLived = published(uscc, "钳工", 10);
        var lastDay = published(uscc, "车工", 19);
        var waiting = firm.post(VACANCIES, Deeds.offer(uscc, "铣工", null)).text("/id");
        firm.post(VACANCIES + "/" + waiting + "/submit", null);
        var draft = firm.post(VACANCIES, Deeds.offer(uscc, "磨工", null)).text("/id");
        var other = Deeds.creditCode(301);
        var untouched = published(other, "电工", 30);
        var fair = fair();
        assertThat(firm.post(FAIRS + "/" + fair + "/book", booking(uscc)).status())
                .isEqualTo(200);

        assertThat(standsAt(fair)).isEqualTo(1);
        long began = System.nanoTime();
        events.publish("wage.blacklist.listed", "b-300", "350404", clock.instant(), Deeds.listed(uscc));
        for (var id : List.of(open, suspended, shortLived, lastDay)) {
            becomes(uscc, id, "HIDDEN");
        }
        long took = (System.nanoTime() - began) / 1_000_000;
        System.out.printf("four vacancies hidden %d ms after the blacklisting was published%n", took);
        assertThat(took).isLessThan(60_000);
        assertThat(api.get(PUBLISHED + "/" + open).status()).isEqualTo(404);
        var justBefore = clock.instant().toEpochMilli() - 1 + "_";
        assertThat(api.get("/api/v1/jobs/vacancy-feed?limit=200&cursor=" + justBefore)
                        .raw()
                        .body())
                .contains("\"id\":\"" + open + "\",\"open\":false");
        assertThat(state(other, untouched)).isEqualTo("PUBLISHED");
        var refused = firm.post(VACANCIES + "/" + draft + "/submit", null);
        assertThat(refused.text("/code")).isEqualTo("BLACKLISTED_EMPLOYER");
        assertThat(api.as(OFFICER)
                        .post(VACANCIES + "/" + waiting + "/publish", null)
                        .text("/code"))
                .isEqualTo("BLACKLISTED_EMPLOYER");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> api.as(OFFICER)
                .get(FAIRS + "/" + fair)
                .body()
                .at("/stands/0/excluded")
                .asBoolean());
        assertThat(standsAt(fair)).isZero();
        assertThat(firm.post(FAIRS + "/" + fair + "/book", booking(uscc)).text("/code"))
                .isEqualTo("BLACKLISTED_EMPLOYER");

        clock.set("2024-03-20");
        events.publish("wage.blacklist.removed", "b-300", "350404", clock.instant(), Deeds.removed(uscc));
        becomes(uscc, open, "PUBLISHED");
        becomes(uscc, suspended, "PUBLISHED");
        becomes(uscc, lastDay, "PUBLISHED");
        becomes(uscc, shortLived, "EXPIRED");
        assertThat(events.await("job.vacancy.closed", shortLived)
                        .data()
                        .path("reason")
                        .asString())
                .isEqualTo("EXPIRED");
        assertThat(events.of("job.vacancy.restored", shortLived)).isEmpty();
        assertThat(events.await("job.vacancy.restored", open)
                        .data()
                        .path("employer_uscc")
                        .asString())
                .isEqualTo(uscc);
        assertThat(firm.post(VACANCIES + "/" + draft + "/submit", null).status())
                .isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !api.as(OFFICER)
                .get(FAIRS + "/" + fair)
                .body()
                .at("/stands/0/excluded")
                .asBoolean());
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    @Test
    void hidesHundredsWellWithinAMinute() {
        clock.set("2023-02-01");
        var uscc = Deeds.creditCode(310);
        var ids = IntStream.range(0, 200)
                .mapToObj(i -> published(uscc, "普工" + i, 30))
                .toList();
        long began = System.nanoTime();
        events.publish("wage.blacklist.listed", "b-310", "350404", clock.instant(), Deeds.listed(uscc));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> api.as(Who.firm(uscc))
                        .get(VACANCIES + "?state=PUBLISHED")
                        .body()
                        .path("items")
                        .isEmpty());
        System.out.printf("%d vacancies hidden in %d ms%n", ids.size(), (System.nanoTime() - began) / 1_000_000);
        assertThat(ids).allMatch(id -> state(uscc, id).equals("HIDDEN"));
    }

    @Test
    void repeatedAndShuffledNewsEndAsTheLatestWordSays() {
        clock.set("2024-03-01");
        var uscc = Deeds.creditCode(302);
        var id = published(uscc, "电工", 60);
        var listed = JsonMapper.shared().writeValueAsString(Deeds.listed(uscc));
        var removed = JsonMapper.shared().writeValueAsString(Deeds.removed(uscc));
        var first = UUID.randomUUID().toString();
        var at = clock.instant();
        events.publish(first, 1, "wage.blacklist.listed", "b-302", "350404", at, listed);
        becomes(uscc, id, "HIDDEN");
        var second = UUID.randomUUID().toString();
        events.publish(second, 2, "wage.blacklist.removed", "b-302", "350404", at.plusSeconds(60), removed);
        becomes(uscc, id, "PUBLISHED");
        events.publish(first, 1, "wage.blacklist.listed", "b-302", "350404", at, listed);
        events.publish(
                UUID.randomUUID().toString(),
                1,
                "wage.blacklist.listed",
                "b-302",
                "350404",
                at.plusSeconds(30),
                listed);
        var later = Deeds.creditCode(303);
        var marker = published(later, "电工", 60);
        events.publish("wage.blacklist.listed", "b-302", "350404", at.plusSeconds(90), Deeds.listed(later));
        becomes(later, marker, "HIDDEN");
        assertThat(state(uscc, id)).isEqualTo("PUBLISHED");
        assertThat(events.of("job.vacancy.hidden", id)).hasSize(1);
    }

    @Test
    void whatWasTakenWhileHiddenIsFilledWhenItComesBackAndTheNightEndsTheRest() {
        clock.set("2024-04-01");
        var uscc = Deeds.creditCode(304);
        var offer = Deeds.offer(uscc, "缝纫工", null);
        offer.put("openings", 1);
        var id = Deeds.published(api, uscc, offer);
        var old = published(uscc, "裁剪工", 1);
        events.publish("wage.blacklist.listed", "b-304", "350404", clock.instant(), Deeds.listed(uscc));
        becomes(uscc, id, "HIDDEN");
        becomes(uscc, old, "HIDDEN");
        var placed = new HashMap<String, Object>(Map.of(
                "person_id", "P-HID-1",
                "employer_uscc", uscc,
                "district", "350404",
                "start_on", "2024-04-01",
                "source", "VACANCY",
                "vacancy_id", id));
        assertThat(api.as(OFFICER).post("/api/v1/jobs/placements", placed).status())
                .isEqualTo(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.as(Who.firm(uscc))
                                .get(VACANCIES + "/" + id)
                                .body()
                                .path("openings_left")
                                .asInt()
                        == 0);
        var before = clock.instant();
        clock.set("2024-04-03");
        jobs.dueBetween(before, clock.instant()).forEach(jobs::perform);
        becomes(uscc, old, "EXPIRED");
        events.publish("wage.blacklist.removed", "b-304", "350404", clock.instant(), Deeds.removed(uscc));
        becomes(uscc, id, "FILLED");
        assertThat(events.await("job.vacancy.closed", id).data().path("reason").asString())
                .isEqualTo("FILLED");
    }

    /// As everybody sees it, without a token.
    private int standsAt(String fair) {
        return api.get("/api/v1/jobs/announced-fairs?district=350404")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(fair))
                .mapToInt(item -> item.path("employers").asInt())
                .findFirst()
                .orElseThrow();
    }

    private String fair() {
        var officer = api.as(OFFICER);
        var id = officer.post(
                        FAIRS,
                        Map.of(
                                "name", "春风行动",
                                "kind", "SPRING_BREEZE",
                                "district", "350404",
                                "first_day", "2024-03-25",
                                "last_day", "2024-03-26",
                                "venue", "列东广场",
                                "online", false))
                .text("/id");
        officer.post(FAIRS + "/" + id + "/announce", null);
        return id;
    }

    private static Map<String, Object> booking(String uscc) {
        return Map.of("employer_uscc", uscc, "vacancies", 3);
    }
}
