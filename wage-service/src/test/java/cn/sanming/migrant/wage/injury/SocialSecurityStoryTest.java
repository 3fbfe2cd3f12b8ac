package cn.sanming.migrant.wage.injury;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Api.Answer;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Measure 16 over HTTP and events: insured once, insured before the start, and an injury from the fall to the grade.
@ServiceTest
class SocialSecurityStoryTest {

    private static final String WAGES = "/api/v1/wages/";
    private static final String FIRM_CODE = "91350404MA0FJM020R";
    private static final String CONTRACTOR_CODE = "91350404MA0FJM012Y";
    private static final Who FIRM = Who.firm(FIRM_CODE);
    private static final Who CONTRACTOR = Who.firm(CONTRACTOR_CODE);
    private static final Who HR = Who.officer("hr-1", "350404", "HR_OFFICER");
    private static final List<String> COLLECTIONS =
            List.of("insurance_records", "project_insurances", "injuries", "appraisals", "appraisal_experts");

    private final EventContracts contracts = new EventContracts(Path.of("contracts/events"));

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    JobRunner jobs;

    @AfterAll
    static void asksTheStoreNothingWithoutAnIndex(@Autowired QueryShapes shapes, @Autowired MongoTemplate mongo) {
        assertThat(shapes.withoutIndex(mongo))
                .noneMatch(shape -> COLLECTIONS.stream().anyMatch(shape::startsWith));
    }

    private static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        return answer;
    }

    private static List<String> codes(Answer answer) {
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    private String project() {
        return ok(
                        api.as(CONTRACTOR)
                                .post(
                                        WAGES + "projects",
                                        Map.ofEntries(
                                                Map.entry("name", "Hill Road"),
                                                Map.entry("district", "350404"),
                                                Map.entry("address", "7 Hill Road"),
                                                Map.entry("owner_uscc", "91350404MA0FJM0637"),
                                                Map.entry("contractor_uscc", CONTRACTOR_CODE),
                                                Map.entry("subcontractors", List.of(FIRM_CODE)),
                                                Map.entry("industry", "HOUSING"),
                                                Map.entry("government_funded", false),
                                                Map.entry("contract_price", "60000000.00"),
                                                Map.entry("contract_signed_on", "2024-02-01"),
                                                Map.entry("duration_months", 10),
                                                Map.entry("labour_cost_per_month", "157550.00"))),
                        201)
                .text("/id");
    }

    @Test
    void insuresNobodyTwiceInOneScheme() {
        clock.set("2024-03-01");
        var records = WAGES + "insurance-records";
        var body = Map.of(
                "person_id", "P-4001",
                "scheme", "UNEMPLOYMENT",
                "employer_uscc", FIRM_CODE,
                "district", "350404",
                "from", "2024-03-01",
                "contract_migrant_worker", true);
        var record = ok(api.as(FIRM).post(records, body), 201);
        var path = records + "/" + record.text("/id");
        var twice = ok(api.as(FIRM).post(records, body), 409);
        assertThat(codes(twice)).containsExactly("INSURED_TWICE");
        assertThat(twice.raw().body()).contains(path);
        ok(api.as(CONTRACTOR).get(path), 404);

        assertThat(ok(api.as(FIRM).post(path + "/months", Map.of("months_paid", 12)), 200)
                        .text("/benefit_hint"))
                .isEqualTo("ONE_OFF_LIVING_SUBSIDY");
        assertThat(ok(api.as(HR).get(records + "/counts"), 200)
                        .body()
                        .at("/insured/UNEMPLOYMENT")
                        .asInt())
                .isEqualTo(1);
        ok(api.as(FIRM).post(path + "/end", Map.of("to", "2025-02-28")), 200);
        ok(api.as(FIRM).post(records, body), 409);
        ok(
                api.as(Who.worker("P-4001"))
                        .post(
                                records,
                                Map.of(
                                        "person_id", "P-4001",
                                        "scheme", "EMPLOYEE_PENSION",
                                        "district", "350404",
                                        "from", "2024-03-01")),
                201);
        assertThat(ok(api.as(Who.worker("P-4001")).get(records), 200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void insuresAProjectAndExtendsItsPolicyInTime() {
        clock.set("2024-02-20");
        var project = project();
        var policies = WAGES + "project-insurances";
        var body = Map.of(
                "project_id", project, "contract_price", "60000000.00", "from", "2024-03-01", "to", "2024-12-31");
        ok(api.as(FIRM).post(policies, body), 403);
        var policy = ok(api.as(CONTRACTOR).post(policies, body), 201);
        assertThat(policy.text("/premium")).isEqualTo("60000.00");
        var path = policies + "/" + policy.text("/id");
        ok(api.as(CONTRACTOR).post(policies, body), 409);

        clock.set("2024-12-31");
        ok(api.as(CONTRACTOR).post(path + "/extend", Map.of("to", "2025-06-30")), 200);
        var insured = events.await("wage.insurance.projectinsured", policy.text("/id"), 2);
        assertThat(insured)
                .allSatisfy(seen -> assertThat(contracts.violations(seen)).isEmpty());
        assertThat(insured.getLast().data().path("to").asString()).isEqualTo("2025-06-30");
        assertThat(ok(api.as(HR).get(policies + "?project_id=" + project), 200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        var coverage = policies + "/coverage?project_id=" + project + "&accident_on=";
        assertThat(ok(api.as(HR).get(coverage + "2025-06-30"), 200)
                        .body()
                        .at("/covered")
                        .asBoolean())
                .isTrue();
        assertThat(ok(api.as(HR).get(coverage + "2025-07-01"), 200)
                        .body()
                        .at("/covered")
                        .asBoolean())
                .isFalse();

        clock.set("2025-07-01");
        assertThat(codes(ok(api.as(CONTRACTOR).post(path + "/extend", Map.of("to", "2025-12-31")), 422)))
                .containsExactly("POLICY_RAN_OUT");
        var next = Map.of(
                "project_id", project, "contract_price", "60000000.00", "from", "2025-07-02", "to", "2025-12-31");
        ok(api.as(CONTRACTOR).post(policies, next), 201);
    }

    @Test
    void goesFromTheAccidentToTheGrade() throws Exception {
        clock.set("2024-07-25");
        var worker = Who.worker("P-4002");
        var injuries = WAGES + "injuries";
        var report = Map.of(
                "person_id", "P-4002",
                "employer_uscc", FIRM_CODE,
                "district", "350404",
                "accident_on", "2024-07-22",
                "place", "scaffold",
                "cause", "fall",
                "applicant", "WORKER");
        ok(api.as(Who.worker("P-4003")).post(injuries, report), 403);
        var reported = ok(api.as(worker).post(injuries, report), 201);
        var path = injuries + "/" + reported.text("/id");
        assertThat(reported.text("/employer_file_by")).isEqualTo("2024-08-21");
        assertThat(ok(api.as(worker).post(injuries, report), 409).raw().body()).contains(path);
        assertThat(contracts.violations(events.await("wage.injury.reported", reported.text("/id"))))
                .isEmpty();
        ok(api.as(Who.worker("P-4003")).get(path), 404);

        ok(api.as(HR).post(path + "/request_material", Map.of("items", List.of(Map.of("name", "diagnosis")))), 200);
        ok(api.as(FIRM).post(path + "/supply", Map.of("items", List.of("diagnosis"))), 403);
        ok(api.as(worker).post(path + "/supply", Map.of("items", List.of("diagnosis"))), 200);
        assertThat(codes(ok(
                        api.as(HR)
                                .post(path + "/request_material", Map.of("items", List.of(Map.of("name", "witness")))),
                        422)))
                .containsExactly("ONE_TIME_NOTICE");

        clock.set("2024-08-28");
        assertThat(ok(api.as(HR).post(path + "/accept", Map.of("clear_case", false)), 200)
                        .text("/decide_by"))
                .isEqualTo("2024-10-28");
        ok(api.as(worker).post(WAGES + "capability-appraisals", Map.of("injury_id", reported.text("/id"))), 422);
        clock.set("2024-09-20");
        assertThat(ok(api.as(HR).post(path + "/recognise", null), 200).text("/state"))
                .isEqualTo("RECOGNISED");
        assertThat(contracts.violations(events.await("wage.injury.recognised", reported.text("/id"))))
                .isEmpty();

        graded(worker, reported.text("/id"));
    }

    private void graded(Who worker, String injury) throws Exception {
        clock.set("2024-10-08");
        for (var expert : List.of("E-1", "E-2", "E-3", "E-4", "E-5", "E-6")) {
            ok(
                    api.as(HR)
                            .post(
                                    WAGES + "appraisal-experts",
                                    Map.of("expert_id", expert, "specialty", "orthopaedics", "hospital", "City")),
                    200);
        }
        var appraisals = WAGES + "capability-appraisals";
        var submitted = ok(api.as(worker).post(appraisals, Map.of("injury_id", injury)), 201);
        var path = appraisals + "/" + submitted.text("/id");
        ok(api.as(FIRM).post(appraisals, Map.of("injury_id", injury)), 409);
        assertThat(submitted.text("/conclude_by")).isEqualTo("2024-12-09");
        assertThat(submitted.body().has("draw")).isFalse();
        assertThat(codes(ok(api.as(HR).post(path + "/convene", Map.of("size", 4)), 422)))
                .containsExactly("PANEL_OF_THREE_OR_FIVE");
        var withdrawn = List.of(Map.of("expert_id", "E-6", "reason", "treated the worker"));
        var panel = ok(api.as(HR).post(path + "/convene", Map.of("size", 3, "withdrawn", withdrawn)), 200);
        assertThat(panel.body().at("/draw/drawn").size()).isEqualTo(3);
        assertThat(panel.body().at("/draw/pool").toString()).doesNotContain("E-6");
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(panel.text("/draw/seed").getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(submitted.text("/seed_sha256"));

        clock.set("2024-12-01");
        ok(api.as(HR).post(path + "/conclude", Map.of("grade", 7)), 200);
        clock.set("2024-12-02");
        assertThat(ok(api.as(HR).post(path + "/receipt", Map.of("received_on", "2024-12-02")), 200)
                        .text("/reappraisal_by"))
                .isEqualTo("2024-12-17");
        Nights.run(jobs, "appraisal-lapse", "2024-12-17");
        assertThat(ok(api.as(worker).get(path), 200).text("/state")).isEqualTo("CONCLUDED");
        Nights.run(jobs, "appraisal-lapse", "2024-12-18");
        assertThat(ok(api.as(worker).get(path), 200).text("/state")).isEqualTo("FINAL");
        ok(api.as(worker).post(path + "/reappraise", null), 409);
    }
}
