package cn.sanming.migrant.training;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The whole department: rules over HTTP, a class from plan to completion, a cross-region appraisal and its
/// certificate.
@ServiceTest
class TrainingServiceTest {

    private static final String ORGANISER = "91350404MA0FJM012Y";
    private static final String AGENCY = "91350100M000100Y43";
    private static final Who OFFICER = Who.officer("u-1", null, "HR_OFFICER");

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    static Stream<Examples.Example> rules() {
        return Examples.rules();
    }

    static Stream<Examples.Example> checks() {
        return Examples.checks();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void answersEveryRuleOverHttp(Examples.Example example) {
        var answer = api.post("/api/v1/training/rules/" + example.rule() + "/evaluations", example.input());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().path("result")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksEveryLifeCycleOverHttp(Examples.Example example) {
        var machine = example.input().path("machine").asString();
        var answer = api.post("/api/v1/training/lifecycles/" + machine + "/checks", example.input());
        assertThat(Examples.differences(example.expected(), answer.body())).isEmpty();
    }

    @Test
    void trainsAWorkerFromPlanToCompletion() {
        clock.set("2024-03-01");
        var organiser = api.as(new Who("org", List.of("TRAINING_ORG"), null, null, ORGANISER, null));
        var worker = api.as(Who.worker("P-0201"));
        var classes = "/api/v1/training/classes/";
        var enrolments = "/api/v1/training/enrolments/";
        var course = organiser.post("/api/v1/training/classes", plan()).text("/id");
        assertThat(organiser.post(classes + course + "/open", null).status()).isEqualTo(200);
        events.await("training.class.opened", course);
        var asked = Map.of("class_id", course, "person_id", "P-0201", "is_migrant_worker", true);
        var enrolment = worker.post("/api/v1/training/enrolments", asked).text("/id");
        assertThat(worker.post("/api/v1/training/enrolments", asked).status()).isEqualTo(409);
        assertThat(organiser.post(classes + course + "/start", null).status()).isEqualTo(422);
        organiser.post(enrolments + enrolment + "/admit", null);
        clock.set("2024-03-04");
        assertThat(organiser.post(classes + course + "/start", null).text("/state"))
                .isEqualTo("RUNNING");
        organiser.post(enrolments + enrolment + "/attend", Map.of("hours", 39));
        var early = organiser.post(enrolments + enrolment + "/complete", Map.of("assessment_passed", true));
        assertThat(early.status()).isEqualTo(422);
        organiser.post(enrolments + enrolment + "/hours", Map.of("hours", 7));
        clock.set("2024-04-12");
        assertThat(organiser.post(classes + course + "/complete", null).status())
                .isEqualTo(422);
        organiser.post(classes + course + "/session", null);
        assertThat(organiser.post(classes + course + "/complete", null).text("/state"))
                .isEqualTo("COMPLETED");
        organiser.post(enrolments + enrolment + "/complete", Map.of("assessment_passed", true));
        var completed = events.await("training.enrolment.completed", enrolment).data();
        assertThat(completed.path("attendance").asString()).isEqualTo("0.9200");
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "organiser_uscc", ORGANISER,
                "kind", "TRANSFER",
                "occupation_code", "6-31-01-03",
                "district", "350405",
                "start_on", "2024-03-04",
                "end_on", "2024-04-12",
                "hours", 50,
                "capacity", 1,
                "sessions", 1);
    }

    @Test
    void forwardsAnAppraisalAndIssuesACertificateAnybodyCanVerify() {
        clock.set("2024-04-15");
        var worker = api.as(Who.worker("P-0201"));
        var agency = api.as(new Who("agency", List.of("APPRAISAL_ORG"), null, null, AGENCY, null));
        var id = worker.post("/api/v1/training/appraisals", request()).text("/id");
        var path = "/api/v1/training/appraisals/" + id;
        assertThat(agency.post(path + "/accept", null).status()).isEqualTo(422);
        clock.set("2024-04-17");
        api.as(OFFICER).post(path + "/forward", Map.of("agency_uscc", AGENCY));
        events.await("training.appraisal.forwarded", id);
        agency.post(path + "/agency_accept", null);
        agency.post(path + "/schedule", Map.of("exam_on", "2024-05-08"));
        clock.set("2024-05-08");
        agency.post(path + "/pass", null);
        assertThat(events.await("training.appraisal.passed", id)
                        .data()
                        .path("first_pass")
                        .asBoolean())
                .isTrue();
        clock.set("2024-05-20");
        var issue = Map.of("kind", "SKILL_LEVEL", "number", "S-2024-1");
        assertThat(agency.post(path + "/issue_certificate", issue).text("/state"))
                .isEqualTo("CERTIFIED");
        var check = api.get("/api/v1/training/certificate-verifications/S-2024-1");
        assertThat(check.body().path("valid").asBoolean()).isTrue();
        assertThat(check.raw().body()).doesNotContain("P-0201");
        var certificate = worker.get("/api/v1/training/certificates").text("/items/0/id");
        events.await("training.certificate.issued", certificate);
        api.as(OFFICER).post("/api/v1/training/certificates/" + certificate + "/revoke", Map.of("reason", "fraud"));
        events.await("training.certificate.revoked", certificate);
        assertThat(api.get("/api/v1/training/certificate-verifications/S-2024-1")
                        .body()
                        .path("valid")
                        .asBoolean())
                .isFalse();
    }

    private static Map<String, Object> request() {
        return Map.of(
                "person_id", "P-0201",
                "district", "350405",
                "occupation_code", "6-31-01-03",
                "level", 4,
                "work_region", "350500",
                "agency_uscc", AGENCY,
                "fee", "180.00",
                "is_migrant_worker", true);
    }
}
