package cn.sanming.migrant.subsidy.appraisal;

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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// What a worker may do with an entitlement, and what nobody may.
@ServiceTest
class EntitlementClaimTest {

    private static final String APPLICATIONS = "/api/v1/subsidies/applications";

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

    private List<String> entitlements(String person, String certificate) {
        clock.set("2024-05-20");
        events.publish(
                "training.certificate.issued",
                certificate,
                "350430",
                clock.instant(),
                Map.of(
                        "person_id",
                        person,
                        "kind",
                        "SKILL_LEVEL",
                        "occupation_code",
                        "6-31-01-03",
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
        var path = "/api/v1/subsidies/entitlements?person_id=" + person;
        Awaitility.await("both entitlements")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        api.as(Who.worker(person)).get(path).body().at("/items").size() == 2);
        return api.as(Who.worker(person)).get(path).body().at("/items").findValuesAsString("id");
    }

    private static Map<String, Object> claim(String kind, String entitlement) {
        return Map.of("kind", kind, "district", "350430", "entitlement_id", entitlement);
    }

    private String state(String person, String id) {
        return api.as(Who.worker(person)).get(APPLICATIONS + "/" + id).text("/state");
    }

    private void nightsUntil(String day) {
        var before = clock.instant();
        clock.set(day);
        jobs.dueBetween(before, clock.instant()).forEach(jobs::perform);
    }

    @Test
    void isClaimedOnceUntilTheClaimIsOver() {
        var appraisal = entitlements("P-E1", "CE-E1").stream()
                .filter(id -> id.equals(Entitlement.idOf("CE-E1", Entitlement.Kind.APPRAISAL)))
                .findFirst()
                .orElseThrow();
        var worker = api.as(Who.worker("P-E1"));
        var first = worker.post(APPLICATIONS, claim("APPRAISAL", appraisal));
        var second = worker.post(APPLICATIONS, claim("APPRAISAL", appraisal));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/other")).isEqualTo(APPLICATIONS + "/" + first.text("/id"));

        worker.post(APPLICATIONS + "/" + first.text("/id") + "/withdraw", null);
        assertThat(worker.post(APPLICATIONS, claim("APPRAISAL", appraisal)).status())
                .isEqualTo(201);
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    @Test
    void cannotBeSwappedForAnotherPersonsInACorrection() {
        var mine = entitlements("P-E2", "CE-E2");
        var theirs = entitlements("P-E3", "CE-E3");
        var worker = api.as(Who.worker("P-E2"));
        var kind = mine.getFirst().equals(Entitlement.idOf("CE-E2", Entitlement.Kind.APPRAISAL))
                ? "APPRAISAL"
                : "APPRAISAL_FEE";
        var id = worker.post(APPLICATIONS, claim(kind, mine.getFirst())).text("/id");
        worker.post(APPLICATIONS + "/" + id + "/submit", null);
        api.as(Who.officer("u-1", "350430", "HR_OFFICER"))
                .post(APPLICATIONS + "/" + id + "/return", Map.of("missing", List.of("银行卡")));

        var swapped =
                worker.post(APPLICATIONS + "/" + id + "/resubmit", Map.of("claim", claim(kind, theirs.getFirst())));
        assertThat(swapped.status()).isEqualTo(400);
        assertThat(swapped.text("/errors/0/code")).isEqualTo("NO_OPEN_ENTITLEMENT");

        var same = worker.post(APPLICATIONS + "/" + id + "/resubmit", Map.of("claim", claim(kind, mine.getFirst())));
        assertThat(same.text("/state")).isEqualTo("SUBMITTED");
    }

    @Test
    void doesNotExpireWhileItsApplicationIsInWork() {
        var both = entitlements("P-E4", "CE-E4");
        clock.set("2025-05-20");
        var worker = api.as(Who.worker("P-E4"));
        var asked = Entitlement.idOf("CE-E4", Entitlement.Kind.APPRAISAL);
        assertThat(both).contains(asked);
        var id = worker.post(APPLICATIONS, claim("APPRAISAL", asked)).text("/id");
        worker.post(APPLICATIONS + "/" + id + "/submit", null);

        nightsUntil("2025-05-22");

        var states = new HashMap<String, String>();
        worker.get("/api/v1/subsidies/entitlements?person_id=P-E4")
                .body()
                .at("/items")
                .forEach(item -> states.put(
                        item.path("kind").asString(), item.path("state").asString()));
        assertThat(states).containsEntry("APPRAISAL", "OPEN").containsEntry("APPRAISAL_FEE", "EXPIRED");
        assertThat(state("P-E4", id)).isEqualTo("SUBMITTED");

        worker.post(APPLICATIONS + "/" + id + "/withdraw", null);
        nightsUntil("2025-05-23");
        assertThat(mongo.findById(asked, Entitlement.class).file().state()).isEqualTo("EXPIRED");
    }
}
