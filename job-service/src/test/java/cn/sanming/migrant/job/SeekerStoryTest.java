package cn.sanming.migrant.job;

import static cn.sanming.migrant.job.Deeds.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/// People: registered, advised, recommended, certified.
@ServiceTest
class SeekerStoryTest {

    private static final String REGISTRATIONS = "/api/v1/jobs/unemployment-registrations";

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

    private static void until(String what, Callable<Boolean> holds) {
        Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(holds);
    }

    private void nightsUntil(String day) {
        var before = clock.instant();
        clock.set(day);
        jobs.dueBetween(before, clock.instant()).forEach(jobs::perform);
    }

    private JsonNode worklist() {
        return api.as(OFFICER).get("/api/v1/jobs/worklist").body().path("items");
    }

    private boolean owes(String what, String subject) {
        return worklist()
                .valueStream()
                .anyMatch(item -> item.path("what").asString().equals(what)
                        && item.path("subject").asString().equals(subject));
    }

    private static Map<String, Object> application(String person, String from) {
        return new HashMap<>(Map.of(
                "person_id",
                person,
                "district",
                "350430",
                "birth_date",
                "1990-05-20",
                "retirement_category",
                "MALE",
                "employed",
                false,
                "able",
                true,
                "willing",
                true,
                "residence",
                List.of(Map.of("from", from, "district", "350430")),
                "occupation_codes",
                List.of("5-05-05-01"),
                "skill_level",
                5));
    }

    @Test
    void registersWithOneListOfWhatIsMissingAnAdviserAndRecommendationsInTime() {
        clock.set("2022-09-01");
        var worker = api.as(Who.worker("P-R1"));
        var officer = api.as(OFFICER);
        var id = worker.post(REGISTRATIONS, application("P-R1", "2022-01-01")).text("/id");
        assertThat(worker.get(REGISTRATIONS + "/" + id).text("/decide_by")).isEqualTo("2022-09-16");
        assertThat(owes("DECIDE_REGISTRATION", id)).isTrue();
        officer.post(REGISTRATIONS + "/" + id + "/return", Map.of("missing", List.of("居住证明")));
        assertThat(worker.get(REGISTRATIONS + "/" + id).body().path("decide_by").isNull())
                .isTrue();
        clock.set("2022-09-05");
        worker.post(REGISTRATIONS + "/" + id + "/resubmit", Map.of());
        assertThat(worker.get(REGISTRATIONS + "/" + id).text("/decide_by")).isEqualTo("2022-09-20");
        var second = officer.post(REGISTRATIONS + "/" + id + "/return", Map.of("missing", List.of("照片")));
        assertThat(second.text("/errors/0/code")).isEqualTo("ONE_TIME_NOTICE");
        var registered = officer.post(REGISTRATIONS + "/" + id + "/register", null);
        assertThat(registered.text("/first_recommendations_by")).isEqualTo("2022-09-13");
        events.await("job.unemployment.registered", id);
        until("owed", () -> owes("FIRST_RECOMMENDATIONS", id));
        assertThat(officer.post(REGISTRATIONS + "/" + id + "/assign", Map.of("adviser", "u-7"))
                        .text("/adviser"))
                .isEqualTo("u-7");
        var noted = officer.post(REGISTRATIONS + "/" + id + "/contact", Map.of("note", "愿意学焊工"));
        assertThat(noted.text("/notes/0/note")).isEqualTo("愿意学焊工");

        var employer = Deeds.creditCode(700);
        for (int i = 0; i < 3; i++) {
            var offer = Deeds.offer(employer, "果树工" + i, null);
            offer.put("occupation_code", "5-05-05-01");
            offer.put("district", "350430");
            Deeds.published(api, employer, offer);
        }
        nightsUntil("2022-09-06");
        until(
                "three recommendations",
                () -> api.as(Who.worker("P-R1"))
                                .get("/api/v1/jobs/recommendations?person_id=P-R1")
                                .body()
                                .path("items")
                                .size()
                        >= 3);
        until("no longer owed", () -> !owes("FIRST_RECOMMENDATIONS", id));

        nightsUntil("2022-09-07");
        clock.set("2023-03-06");
        nightsUntil("2023-03-07");
        assertThat(worker.get(REGISTRATIONS + "/" + id).text("/cancel_reason")).isEqualTo("NO_CONTACT_6_MONTHS");
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    @Test
    void aLeaseProvesResidenceAndTellsWhereToLookForWork() {
        clock.set("2022-10-10");
        var worker = api.as(Who.worker("P-L1"));
        assertThat(worker.post(REGISTRATIONS, application("P-L1", "2022-09-01")).status())
                .isEqualTo(422);
        var lease = new HashMap<String, Object>(Map.of(
                "person_id", "P-L0",
                "household", List.of("P-L0", "P-L1"),
                "unit_id", "U-1",
                "district_code", "350430",
                "address", "-",
                "start_on", "2022-03-01",
                "end_on", "2025-02-28",
                "monthly_rent", "300.00"));
        events.publish("housing.lease.signed", "le-1", "350430", clock.instant(), lease);
        until("profile", () -> api.as(OFFICER)
                .get("/api/v1/jobs/seekers/P-L0")
                .raw()
                .body()
                .contains("350430"));
        until(
                "accepted",
                () -> worker.post(REGISTRATIONS, application("P-L1", "2022-09-01"))
                                .status()
                        == 201);
    }

    @Test
    void aCertificateRaisesTheLevelAnAwardIsNotedAndARevocationTakesTheLevelAway() {
        clock.set("2024-05-20");
        var person = "P-C1";
        var worker = api.as(Who.worker(person));
        worker.put(
                "/api/v1/jobs/seekers/" + person,
                Map.of("occupation_codes", List.of(), "preferred_districts", List.of("350405")));
        var employer = Deeds.creditCode(701);
        var offer = Deeds.offer(employer, "维修电工", null);
        offer.put("district", "350405");
        offer.put("required_level", 4);
        offer.put("occupation_code", "6-31-02-09");
        var vacancy = Deeds.published(api, employer, offer);
        var certificate = new HashMap<String, Object>(Map.of(
                "person_id",
                person,
                "kind",
                "SKILL_LEVEL",
                "occupation_code",
                "6-31-02-09",
                "level",
                4,
                "issued_on",
                "2024-05-20",
                "first_pass",
                true,
                "fee",
                "180.00",
                "is_migrant_worker",
                true));
        events.publish("training.certificate.issued", "ce-1", "350405", clock.instant(), certificate);
        until("recommended", () -> recommended(person, vacancy) != null);
        assertThat(recommended(person, vacancy).path("score").asInt()).isEqualTo(100);
        assertThat(recommended(person, vacancy).path("trigger").asString()).isEqualTo("CERTIFICATE");
        events.publish(
                "training.award.granted",
                "en-1",
                "350405",
                clock.instant(),
                Map.of("person_id", person, "competition_id", "co-1", "rank", 2, "is_migrant_worker", true));
        events.publish(
                "training.certificate.revoked",
                "ce-1",
                "350405",
                clock.instant(),
                Map.of("person_id", person, "reason", "FRAUD"));
        events.publish("training.certificate.issued", "ce-1", "350405", clock.instant(), certificate);
        until("revoked", () -> profile(person).path("skill_level").isNull());
        until("award", () -> profile(person).at("/awards/0/rank").asInt() == 2);
        assertThat(profile(person).path("occupation_codes").isEmpty()).isTrue();
        assertThat(profile(person).path("certificates").size()).isEqualTo(1);
    }

    private JsonNode profile(String person) {
        return api.as(Who.worker(person)).get("/api/v1/jobs/seekers/" + person).body();
    }

    private JsonNode recommended(String person, String vacancy) {
        return api.as(Who.worker(person))
                .get("/api/v1/jobs/recommendations?person_id=" + person)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("vacancy_id").asString().equals(vacancy))
                .findFirst()
                .orElse(null);
    }
}
