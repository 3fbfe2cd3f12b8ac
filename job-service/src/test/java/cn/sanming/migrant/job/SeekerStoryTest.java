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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People: registered, advised, recommended, certified, placed; with the agreements, posts and talks that help them.
@ServiceTest
class SeekerStoryTest {

    private static final String REGISTRATIONS = "/api/v1/jobs/unemployment-registrations";
    private static final String AGREEMENTS = "/api/v1/jobs/agreements";
    private static final String PLACEMENTS = "/api/v1/jobs/placements";

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

    @Test
    void anAgreementBeginsCountsWhatItBringsRemindsAndEnds() {
        clock.set("2023-01-10");
        var officer = api.as(Who.officer("u-5", "350430", "HR_OFFICER"));
        var terms = new HashMap<String, Object>(Map.of(
                "district", "350430",
                "partner_name", "毕节市人社局",
                "partner_kind", "GOVERNMENT",
                "region_code", "520500",
                "inside_province", false,
                "valid_from", "2023-01-01",
                "valid_until", "2023-12-31",
                "target_headcount", 50,
                "skilled_target", 10));
        assertThat(api.as(Who.officer("u-6", "350404", "HR_OFFICER"))
                        .post(AGREEMENTS, terms)
                        .status())
                .isEqualTo(403);
        var id = officer.post(AGREEMENTS, terms).text("/id");
        assertThat(officer.post(AGREEMENTS + "/" + id + "/sign", Map.of("signed_on", "2023-01-11"))
                        .text("/errors/0/code"))
                .isEqualTo("SIGNED_IN_THE_FUTURE");
        officer.post(AGREEMENTS + "/" + id + "/sign", Map.of("signed_on", "2023-01-10"));
        until("active", () -> officer.get(AGREEMENTS + "/" + id).text("/state").equals("ACTIVE"));
        var placed = new ArrayList<String>();
        for (int level : new int[] {3, 4, 5}) {
            placed.add(officer.post(
                            PLACEMENTS,
                            Map.of(
                                    "person_id",
                                    "P-A" + level,
                                    "employer_uscc",
                                    Deeds.creditCode(702),
                                    "district",
                                    "350430",
                                    "start_on",
                                    "2023-02-01",
                                    "source",
                                    "AGENCY",
                                    "agency_uscc",
                                    Deeds.creditCode(703),
                                    "agreement_id",
                                    id,
                                    "skill_level",
                                    level))
                    .text("/id"));
        }
        officer.post(
                PLACEMENTS + "/" + placed.getFirst() + "/end", Map.of("end_on", "2023-04-30", "reason", "RESIGNED"));
        clock.set("2023-05-01");
        var counters = officer.get(AGREEMENTS + "/" + id + "/counters").body();
        assertThat(counters.path("workers").asInt()).isEqualTo(3);
        assertThat(counters.path("skilled").asInt()).isEqualTo(2);
        assertThat(counters.path("stable_for3").asInt()).isEqualTo(2);
        assertThat(counters.path("stable_for6").asInt()).isZero();
        assertThat(officer.post(
                                PLACEMENTS,
                                Map.of(
                                        "person_id", "P-A9",
                                        "employer_uscc", Deeds.creditCode(702),
                                        "district", "350430",
                                        "start_on", "2023-02-01",
                                        "source", "OTHER",
                                        "agreement_id", "la-none"))
                        .text("/errors/0/code"))
                .isEqualTo("UNKNOWN_AGREEMENT");

        clock.set("2023-11-30");
        nightsUntil("2023-11-30");
        clock.set("2023-11-29");
        nightsUntil("2023-11-30");
        assertThat(officer.get(AGREEMENTS + "/" + id).body().path("reminded_on").isNull())
                .isTrue();
        nightsUntil("2023-12-01");
        assertThat(officer.get(AGREEMENTS + "/" + id).text("/reminded_on")).isEqualTo("2023-12-01");
        assertThat(owes("RENEW_AGREEMENT", id)).isTrue();
        nightsUntil("2023-12-31");
        assertThat(officer.get(AGREEMENTS + "/" + id).text("/state")).isEqualTo("ACTIVE");
        nightsUntil("2024-01-01");
        assertThat(officer.get(AGREEMENTS + "/" + id).text("/state")).isEqualTo("EXPIRED");
        events.await("job.agreement.expired", id);
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    @Test
    void whoFindsOtherWorkLeavesThePost() {
        clock.set("2024-03-04");
        var officer = api.as(OFFICER);
        var proved = Map.of("person_id", "P-W1", "district", "350430", "category", "DISABLED", "proved", true);
        var certificate = officer.post("/api/v1/jobs/hardship-certifications", proved)
                .raw()
                .body();
        assertThat(officer.post("/api/v1/jobs/hardship-certifications", proved).status())
                .isEqualTo(409);
        var id = JsonMapper.shared().readTree(certificate).path("id").asString();
        var employer = Deeds.creditCode(704);
        var posts = "/api/v1/jobs/welfare-posts";
        var proposal = Map.of(
                "person_id", "P-W1",
                "certification_id", id,
                "employer_uscc", employer,
                "district", "350430",
                "post", "护林",
                "weekly_hours", 40,
                "birth_date", "1990-05-20",
                "retirement_category", "MALE");
        var post = officer.post(posts, proposal).text("/id");
        assertThat(officer.post(posts, proposal).status()).isEqualTo(409);
        clock.set("2024-03-11");
        assertThat(officer.post(posts + "/" + post + "/approve", null).text("/errors/0/code"))
                .isEqualTo("PUBLICITY_NOT_OVER");
        clock.set("2024-03-12");
        officer.post(posts + "/" + post + "/approve", null);
        api.as(Who.firm(employer))
                .post(posts + "/" + post + "/start", Map.of("start_on", "2024-03-12", "agreement_signed", true));
        assertThat(officer.post(posts + "/" + post + "/suspend", Map.of("reason", "EMPLOYER_BLACKLISTED"))
                        .text("/errors/0/code"))
                .isEqualTo("EMPLOYER_NOT_BLACKLISTED");
        events.publish("wage.blacklist.listed", "b-704", "350430", clock.instant(), Deeds.listed(employer));
        until("to be suspended", () -> owes("SUSPEND_POST", post));
        assertThat(officer.post(posts + "/" + post + "/suspend", Map.of("reason", "EMPLOYER_BLACKLISTED"))
                        .text("/state"))
                .isEqualTo("SUSPENDED");
        officer.post(
                PLACEMENTS,
                Map.of(
                        "person_id", "P-W1",
                        "employer_uscc", Deeds.creditCode(705),
                        "district", "350430",
                        "start_on", "2024-04-01",
                        "source", "OTHER"));
        until("ended", () -> officer.get(posts + "/" + post).text("/state").equals("ENDED"));
        assertThat(officer.get(posts + "/" + post).text("/end_on")).isEqualTo("2024-03-31");
        assertThat(events.await("job.post.ended", post).data().path("reason").asString())
                .isEqualTo("OTHER_JOB_FOUND");
    }

    @Test
    void anOfficerNotesBusinessGuidanceAndThePersonReadsIt() {
        clock.set("2024-06-12");
        var sessions = "/api/v1/jobs/guidance-sessions";
        var officer = api.as(Who.officer("u-8", "350430", "HR_OFFICER"));
        var talk = new HashMap<String, Object>(Map.of(
                "person_id", "P-G1",
                "district", "350430",
                "held_on", "2024-06-12",
                "topic", "FINANCING",
                "outcome", "准备申请创业担保贷款",
                "follow_up_on", "2024-06-20"));
        var id = officer.post(sessions, talk).text("/id");
        assertThat(api.as(Who.worker("P-G1")).get(sessions + "?person_id=P-G1").text("/items/0/adviser"))
                .isEqualTo("u-8");
        assertThat(api.as(Who.worker("P-G2")).get(sessions + "/" + id).status()).isEqualTo(404);
        assertThat(owes("FOLLOW_UP_GUIDANCE", id)).isTrue();
        talk.put("held_on", "2024-06-13");
        assertThat(officer.post(sessions, talk).text("/errors/0/code")).isEqualTo("IN_THE_FUTURE");
        clock.set("2024-06-20");
        talk.put("held_on", "2024-06-20");
        talk.remove("follow_up_on");
        assertThat(officer.post(sessions, talk).status()).isEqualTo(201);
        assertThat(owes("FOLLOW_UP_GUIDANCE", id)).isFalse();
        talk.put("district", "350404");
        assertThat(officer.post(sessions, talk).status()).isEqualTo(403);
        assertThat(api.as(Who.worker("P-G1")).post(sessions, talk).status()).isEqualTo(403);
    }
}
