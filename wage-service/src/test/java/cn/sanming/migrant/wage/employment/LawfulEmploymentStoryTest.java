package cn.sanming.migrant.wage.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api.Answer;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Measure 14 over HTTP and events: from the first working day to the contract, and through a hot summer.
@ServiceTest
class LawfulEmploymentStoryTest extends EmploymentSteps {

    @Autowired
    JobRunner jobs;

    private void run(String job, String date) {
        Nights.run(jobs, job, date);
    }

    private Answer draft(String person, String start) {
        return api.as(FIRM)
                .post(
                        WAGES + "contracts",
                        Map.of(
                                "person_id",
                                person,
                                "employer_uscc",
                                FIRM_CODE,
                                "district",
                                "350404",
                                "start_on",
                                start,
                                "term",
                                "FIXED",
                                "ends_on",
                                "2025-02-28",
                                "monthly_wage",
                                "5000.00",
                                "pay_day",
                                15));
    }

    @Test
    void signsAContractOnBothSidesAndOnlyThen() {
        clock.set("2024-03-04");
        var worker = Who.worker("P-2001");
        var drafted = ok(draft("P-2001", "2024-03-01"), 201);
        var path = WAGES + "contracts/" + drafted.text("/id");
        assertThat(drafted.text("/state")).isEqualTo("DRAFT");

        var twice = ok(draft("P-2001", "2024-03-01"), 409);
        assertThat(twice.raw().body()).contains(path);

        assertThat(codes(ok(api.as(worker).post(path + "/sign", null), 422)))
                .containsExactly("EMPLOYER_SIGNATURE_MISSING");
        ok(api.as(FIRM).post(path + "/countersign", null), 200);
        ok(api.as(Who.worker("P-2999")).post(path + "/sign", null), 404);
        var signed = ok(api.as(worker).post(path + "/sign", null), 200);
        assertThat(signed.text("/state")).isEqualTo("ACTIVE");

        var event = events.await("wage.contract.signed", drafted.text("/id"));
        assertThat(contracts.violations(event)).isEmpty();
        assertThat(event.data().path("signed_on").asString()).isEqualTo("2024-03-04");

        var employment = WAGES + "employments/" + drafted.text("/employment_id");
        assertThat(ok(api.as(worker).get(employment), 200).text("/contract_signed_on"))
                .isEqualTo("2024-03-04");

        ok(api.as(FIRM).post(path + "/propose_renewal", Map.of("term", "OPEN", "monthly_wage", "5500.00")), 200);
        assertThat(codes(ok(api.as(FIRM).post(path + "/renew", null), 422)))
                .containsExactly("WORKER_SIGNATURE_MISSING");
        assertThat(ok(api.as(worker).post(path + "/renew", null), 200).text("/monthly_wage"))
                .isEqualTo("5500.00");

        clock.set("2024-06-28");
        ok(api.as(worker).post(path + "/terminate", Map.of("ground", "WORKER_NOTICE_ART_37", "on", "2024-06-28")), 200);
        assertThat(ok(api.as(worker).get(employment), 200).text("/period/to")).isEqualTo("2024-06-29");
        ok(draft("P-2001", "2024-06-20"), 201);
    }

    @Test
    void expiresAFixedTermTheDayAfter() {
        clock.set("2024-03-04");
        var id = ok(draft("P-2002", "2024-03-01"), 201).text("/id");
        var path = WAGES + "contracts/" + id;
        ok(api.as(Who.worker("P-2002")).post(path + "/countersign", null), 200);
        ok(api.as(FIRM).post(path + "/sign", null), 200);
        run("contract-expiry", "2025-02-28");
        assertThat(ok(api.as(FIRM).get(path), 200).text("/state")).isEqualTo("ACTIVE");
        run("contract-expiry", "2025-03-01");
        assertThat(ok(api.as(FIRM).get(path), 200).text("/state")).isEqualTo("EXPIRED");
    }

    @Test
    void noticesAPlacementWhoseContractIsNotSignedWithinTheMonth() {
        clock.set("2024-01-31");
        for (var type : List.of("job.placement.confirmed", "job.post.placed")) {
            events.publish(
                    type,
                    "pl-3001",
                    "350404",
                    clock.instant(),
                    Map.of(
                            "person_id", "P-3001",
                            "employer_uscc", FIRM_CODE,
                            "district_code", "350404",
                            "start_on", "2024-01-31",
                            "source", "VACANCY"));
        }
        var history = WAGES + "persons/P-3001/employments";
        var housing = Who.officer("housing-1", "350421", "HOUSING_OFFICER");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.as(housing).get(history).body().at("/items").size() == 1);
        var id = api.as(housing).get(history).text("/items/0/id");
        assertThat(api.as(housing).get(history).text("/items/0/contract_due_on"))
                .isEqualTo("2024-02-29");

        run("contract-watch", "2024-02-29");
        assertThat(events.of("wage.contract.overdue", id)).isEmpty();
        run("contract-watch", "2024-03-01");
        run("contract-watch", "2024-03-01");
        var overdue = events.await("wage.contract.overdue", id);
        run("contract-watch", "2024-03-02");
        assertThat(contracts.violations(overdue)).isEmpty();
        assertThat(events.of("wage.contract.overdue", id)).hasSize(1);
        assertThat(api.as(housing)
                        .get(history)
                        .body()
                        .at("/items/0/contract_overdue")
                        .asBoolean())
                .isTrue();

        var owed = WAGES + "employments/" + id + "/double-wage?as_of=2024-03-30";
        assertThat(codes(ok(api.as(HR).get(owed), 422))).containsExactly("WAGE_UNKNOWN");
        ok(api.as(HR).post(WAGES + "employments/" + id + "/terms", Map.of("monthly_wage", "6200.00")), 200);
        assertThat(ok(api.as(Who.worker("P-3001")).get(owed), 200).text("/result/extra_wage"))
                .isEqualTo("6213.79");
        ok(api.as(Who.worker("P-3001")).get(history), 200);
        ok(api.as(Who.worker("P-3002")).get(history), 403);
        ok(api.as(FIRM).get(history), 403);
    }

    @Test
    void opensAnEmploymentOnceAndEndsIt() {
        clock.set("2024-05-06");
        var body = Map.of(
                "person_id", "P-3003", "employer_uscc", FIRM_CODE, "district", "350404", "start_on", "2024-05-06");
        var begun = ok(api.as(FIRM).post(WAGES + "employments", body), 201);
        var path = WAGES + "employments/" + begun.text("/id");
        assertThat(ok(api.as(FIRM).post(WAGES + "employments", body), 409).raw().body())
                .contains(path);
        ok(api.as(Who.firm(OTHER_CODE)).post(WAGES + "employments", body), 403);
        ok(api.as(Who.firm(OTHER_CODE)).get(path), 404);
        ok(
                api.as(FIRM)
                        .post(path + "/terms", Map.of("position", "welder", "monthly_wage", "6000.00", "pay_day", 15)),
                200);
        assertThat(codes(ok(api.as(FIRM).post(path + "/end", Map.of("end_on", "2024-05-07")), 422)))
                .containsExactly("END_IN_THE_FUTURE");
        assertThat(ok(api.as(FIRM).post(path + "/end", Map.of("end_on", "2024-05-06")), 200)
                        .text("/state"))
                .isEqualTo("ENDED");
        assertThat(ok(api.as(HR).get(WAGES + "employments?employer_uscc=" + FIRM_CODE + "&state=ENDED"), 200)
                        .raw()
                        .body())
                .contains(begun.text("/id"));
        var faults = ok(
                api.as(FIRM)
                        .post(
                                WAGES + "employments",
                                Map.of(
                                        "person_id",
                                        "P-1",
                                        "employer_uscc",
                                        "X",
                                        "district",
                                        "110000",
                                        "start_on",
                                        "2024-05-06")),
                400);
        assertThat(codes(faults)).containsExactly("CREDIT_CODE_FORMAT", "UNKNOWN_DISTRICT");
    }
}
