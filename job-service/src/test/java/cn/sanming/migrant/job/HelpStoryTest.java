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
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What helps people: agreements with other places, posts for those who find nothing, talks about a business.
@ServiceTest
class HelpStoryTest {

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
