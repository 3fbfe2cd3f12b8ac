package cn.sanming.migrant.job.recommendation;

import static cn.sanming.migrant.job.Deeds.OFFICER;
import static cn.sanming.migrant.job.Deeds.VACANCIES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.Deeds;
import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/// A published vacancy reaches those it fits among 20,000 seekers, well within the limit, and nobody else is even read.
@ServiceTest
class PushStoryTest {

    private static final int SEEKERS = 20_000;
    private static final List<String> DISTRICTS = List.of(
            "350404", "350405", "350421", "350423", "350424", "350425", "350426", "350428", "350429", "350430",
            "350481");

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    @Autowired
    RecommendationDesk desk;

    @Autowired
    JobRunner jobs;

    @Autowired
    PushDesk pushes;

    @BeforeEach
    void day() {
        clock.set("2024-06-03");
    }

    private void seekers(int many) {
        var batch = new ArrayList<SeekerProfile>();
        for (int i = 0; i < many; i++) {
            var occupation = "%d-%02d-01-%02d".formatted(i % 7 + 1, i % 50, i % 9);
            var wishes = new SeekerProfile.Wishes(
                    List.of(occupation),
                    i % 6 == 0 ? null : i % 5 + 1,
                    List.of(DISTRICTS.get(i % DISTRICTS.size())),
                    Money.of(3000 + i % 60 * 100 + ".00"),
                    null,
                    null,
                    i % 10 != 9);
            batch.add(SeekerProfile.empty("S-" + i).wishing(wishes));
            if (batch.size() == 1_000) {
                mongo.insert(batch, SeekerProfile.class);
                batch.clear();
            }
        }
        mongo.insert(batch, SeekerProfile.class);
    }

    @AfterEach
    void clear() {
        mongo.remove(new Query(), SeekerProfile.class);
        mongo.remove(new Query(), Recommendation.class);
    }

    @Test
    void reachesThoseItFitsWithinTheLimitAndReadsNoOthers() {
        seekers(SEEKERS);
        var employer = Deeds.creditCode(900);
        var offer = Deeds.offer(employer, "电工", null);
        offer.put("occupation_code", "3-16-01-00");
        offer.put("required_level", 4);
        long began = System.nanoTime();
        var id = Deeds.published(api, employer, offer);
        var sent = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> mongo.findById(id, VacancyPush.class),
                        push -> push != null && push.state() == VacancyPush.State.SENT);
        long took = (System.nanoTime() - began) / 1_000_000;

        var matching = desk.matchingOn(sent.on());
        var fits = 0;
        for (var profile : mongo.findAll(SeekerProfile.class)) {
            var seeker = profile.seeker();
            var points = RecommendationScore.points(
                    seeker,
                    new RecommendationScore.Vacancy(
                            "3-16-01-00", "350404", Money.of("6000.00"), 4, null, 2, null, null));
            fits += profile.wishes().subscribed() && points.total() >= matching.minimum() ? 1 : 0;
        }
        System.out.printf(
                "push among %,d seekers: %,d candidates, %,d reached, %,d ms%n",
                SEEKERS, sent.candidates(), sent.made(), took);
        assertThat(sent.made()).isEqualTo(fits).isPositive();
        assertThat(sent.candidates()).isLessThan(SEEKERS / 8);
        assertThat(took).isLessThan(300_000);

        var again = pushes.send(sent);
        assertThat(again.made()).isEqualTo(fits);
        assertThat(mongo.count(new Query(), Recommendation.class)).isEqualTo(fits);
        assertThat(api.as(OFFICER).get("/api/v1/jobs/pushes/" + id).text("/state"))
                .isEqualTo("SENT");
        var month = api.as(OFFICER).get("/api/v1/jobs/pushes?month=2024-06");
        assertThat(month.body().path("met").asBoolean()).isTrue();
        assertThat(month.body().path("max_seconds").asInt()).isEqualTo(300);
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    @Test
    void nobodyGetsMoreInADayThanThePolicyRecommendsAtOnce() {
        var person = "S-ONE";
        var wishes = new SeekerProfile.Wishes(
                List.of("4-02-02-01"), null, List.of("350425"), Money.of("3000.00"), null, null, true);
        mongo.insert(SeekerProfile.empty(person).wishing(wishes));
        var employer = Deeds.creditCode(901);
        var last = "";
        for (int i = 0; i < 12; i++) {
            var offer = Deeds.offer(employer, "司机" + i, null);
            offer.put("occupation_code", "4-02-02-01");
            offer.put("district", "350425");
            last = Deeds.published(api, employer, offer);
        }
        var lastOne = last;
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> mongo.findById(lastOne, VacancyPush.class),
                        push -> push != null && push.state() == VacancyPush.State.SENT);
        var made = api.as(OFFICER).get("/api/v1/jobs/recommendations?person_id=" + person);
        assertThat(made.body().path("items").size()).isEqualTo(10);
    }

    @Test
    void weeklyRoundServesEverybodyWithTheBestOnly() {
        seekers(Integer.getInteger("weekly.seekers", 1_500));
        var employer = Deeds.creditCode(902);
        for (int i = 0; i < 30; i++) {
            var offer = Deeds.offer(employer, "普工" + i, null);
            offer.put("occupation_code", "%d-%02d-01-%02d".formatted(i % 7 + 1, i % 50, i % 9));
            offer.put("district", DISTRICTS.get(i % DISTRICTS.size()));
            offer.put("required_level", 1);
            Deeds.published(api, employer, offer);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> pushes.pending().isEmpty() && sentTo(employer) == 30);
        long people = mongo.count(new Query(), SeekerProfile.class);
        mongo.remove(new Query(), Recommendation.class);
        clock.set("2024-06-10");
        long began = System.nanoTime();
        Nights.run(jobs, "recommendations", "2024-06-10");
        long sent = mongo.count(new Query(), Recommendation.class);
        System.out.printf(
                "weekly round for %,d seekers: %,d recommendations, %,d ms%n",
                people, sent, (System.nanoTime() - began) / 1_000_000);
        assertThat(sent).isPositive();
        Nights.run(jobs, "recommendations", "2024-06-10");
        assertThat(mongo.count(new Query(), Recommendation.class)).isEqualTo(sent);
        var worker = mongo.findAll(Recommendation.class).getFirst().personId();
        var react = api.as(Who.worker(worker));
        var mine = react.get("/api/v1/jobs/recommendations?person_id=" + worker);
        var first = mine.text("/items/0/id");
        assertThat(react.post("/api/v1/jobs/recommendations/" + first + "/react", Map.of("reaction", "DECLINED"))
                        .text("/reaction"))
                .isEqualTo("DECLINED");
        clock.set("2024-06-17");
        var vacancy = mine.text("/items/0/vacancy_id");
        var next = react.post("/api/v1/jobs/recommendations", Map.of("person_id", worker));
        assertThat(next.body().path("items").valueStream().map(item -> item.path("vacancy_id")
                        .asString()))
                .doesNotContain(vacancy);
    }

    private long sentTo(String employer) {
        return api.as(OFFICER)
                .get(VACANCIES + "?limit=100&employer_uscc=" + employer)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> mongo.findById(item.path("id").asString(), VacancyPush.class) != null)
                .count();
    }
}
