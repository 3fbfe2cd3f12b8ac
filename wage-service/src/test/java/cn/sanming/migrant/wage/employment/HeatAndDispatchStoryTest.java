package cn.sanming.migrant.wage.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Dispatched workers, heat and guidance over HTTP and events.
@ServiceTest
class HeatAndDispatchStoryTest extends EmploymentSteps {

    @Test
    void publishesTooManyDispatchedWorkers() {
        clock.set("2024-07-01");
        var reports = WAGES + "dispatch-reports";
        var body = Map.of(
                "employer_uscc",
                FIRM_CODE,
                "district",
                "350404",
                "as_of",
                "2024-06-30",
                "direct",
                89,
                "dispatched",
                10,
                "posts",
                List.of(
                        Map.of("kind", "TEMPORARY", "since", "2023-12-29"),
                        Map.of("kind", "TEMPORARY", "since", "2023-12-30"),
                        Map.of("kind", "AUXILIARY", "since", "2020-01-01")));
        var report = ok(api.as(FIRM).post(reports, body), 201);
        assertThat(report.body().at("/maximum").asInt()).isEqualTo(9);
        assertThat(report.body().at("/overlong_posts").size()).isEqualTo(1);
        var event = events.await("wage.dispatch.exceeded", FIRM_CODE);
        assertThat(contracts.violations(event)).isEmpty();
        ok(api.as(FIRM).post(reports, body), 409);
        assertThat(ok(api.as(HR).get(reports + "?state=EXCEEDED"), 200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        ok(api.as(Who.firm(OTHER_CODE)).get(reports + "/" + report.text("/id")), 404);
    }

    @Test
    void alertsOnceForEachBandAndHoldsTheWorkAgainstIt() {
        clock.set("2024-07-15");
        var alerts = WAGES + "heat-alerts";
        var records = WAGES + "outdoor-work-records";
        assertThat(ok(api.as(HR).post(alerts, forecast("34.9")), 200).text("/band"))
                .isEqualTo("NONE");
        var alert = ok(api.as(HR).post(alerts, forecast("35.0")), 201);
        var id = alert.text("/id");
        assertThat(alert.text("/construction/forbidden_outdoor_window")).isEqualTo("11:00-15:00");
        ok(api.as(FIRM).post(alerts, forecast("41.0")), 403);

        var worked = Map.of(
                "employer_uscc", FIRM_CODE,
                "district", "350404",
                "day", "2024-07-15",
                "industry", "CONSTRUCTION",
                "hours", "7.5",
                "windows", List.of(Map.of("from", "05:30", "to", "10:30"), Map.of("from", "15:30", "to", "18:00")));
        var record = ok(api.as(FIRM).post(records, worked), 201);
        assertThat(record.body().at("/violations").size()).isZero();
        ok(api.as(FIRM).post(records, worked), 409);

        ok(api.as(HR).post(alerts, forecast("36.0")), 200);
        ok(api.as(HR).post(alerts, forecast("38.0")), 200);
        ok(api.as(HR).post(alerts, forecast("33.0")), 200);
        var raised = events.await("wage.heat.alerted", id, 2);
        assertThat(raised).hasSize(2).allSatisfy(seen -> assertThat(contracts.violations(seen))
                .isEmpty());
        assertThat(ok(api.as(FIRM).get(alerts + "/" + id), 200).text("/max_temperature"))
                .isEqualTo("38.0");
        assertThat(ok(api.as(FIRM).get(alerts + "?district=350404&day=2024-07-15"), 200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);

        var broken = ok(api.as(FIRM).get(records + "/" + record.text("/id")), 200);
        assertThat(broken.text("/violations/0")).isEqualTo("MAX_OUTDOOR_HOURS");
        assertThat(ok(api.as(HR).get(records + "?day=2024-07-15&state=VIOLATED"), 200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> events.all("wage.events").stream()
                .anyMatch(seen -> seen.type().equals("cn.sanming.wage.heat.violated.v1")
                        && contracts.violations(seen).isEmpty()));
    }

    private static Map<String, Object> forecast(String temperature) {
        return Map.of("district", "350404", "day", "2024-07-15", "max_temperature", temperature);
    }

    @Test
    void recordsVisitsAndPlans() {
        clock.set("2024-04-10");
        var visits = WAGES + "guidance-visits";
        var visit = Map.of(
                "employer_uscc", FIRM_CODE,
                "district", "350404",
                "industry", "CONSTRUCTION",
                "visited_on", "2024-04-09",
                "findings", "contracts in order",
                "follow_up_on", "2024-06-09");
        ok(api.as(HR).post(visits, visit), 201);
        ok(api.as(HR).post(visits, visit), 409);
        ok(api.as(FIRM).post(visits, visit), 403);
        assertThat(ok(api.as(FIRM).get(visits + "?industry=CONSTRUCTION"), 200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);

        var plans = WAGES + "plan-items";
        var item = ok(
                api.as(HR)
                        .post(
                                plans,
                                Map.of(
                                        "district", "350404",
                                        "programme", "INJURY_PREVENTION",
                                        "year", 2024,
                                        "title", "workers trained",
                                        "target", 400)),
                201);
        var progress = plans + "/" + item.text("/id") + "/progress";
        assertThat(ok(api.as(HR).post(progress, Map.of("achieved", 130)), 200).text("/percent"))
                .isEqualTo("32.5");
        assertThat(codes(ok(api.as(HR).post(progress, Map.of("achieved", 129)), 422)))
                .containsExactly("COUNT_WENT_DOWN");
        assertThat(ok(api.as(FIRM).get(plans + "?programme=INJURY_PREVENTION&year=2024"), 200)
                        .text("/items/0/promise"))
                .isEqualTo("M16.5");
    }
}
