package cn.sanming.migrant.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The coverage page, reports of rounds and the way from an alarm to the tasks it became, over HTTP.
@ServiceTest
class CoverageTest {

    private static final String AREA = "/api/v1/supervision";
    private static final Who SUPERVISOR = Who.ofUnit("u-dcs", "SM-DCS", null, "SUPERVISOR");

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    private static List<String> texts(JsonNode list, String pointer) {
        return list.valueStream().map(one -> one.at(pointer).asString()).toList();
    }

    @Test
    void showsOnOnePageWhatAMeasurePromisesAndHowItStands() {
        clock.set("2024-09-02");
        var answer = api.get(AREA + "/measures/M15");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        var page = answer.body();
        assertThat(texts(page.at("/promises"), "/id")).hasSize(8).startsWith("M15.1");
        page.at("/promises").forEach(promise -> assertThat(promise.at("/capabilities"))
                .as(promise.at("/id").asString())
                .isNotEmpty());
        assertThat(texts(page.at("/promises/2/capabilities"), "/link")).contains("/api/v1/wages/rules/WAGE_DEPOSIT");
        var deposit = page.at("/parameters")
                .valueStream()
                .filter(row -> row.at("/id").asString().equals("wage.deposit.rate"))
                .toList();
        assertThat(deposit).singleElement().satisfies(row -> {
            assertThat(row.at("/value").asString()).isEqualTo("0.015");
            assertThat(row.at("/clause").asString()).isNotBlank();
        });
        assertThat(texts(page.at("/indicators"), "/figure/indicator")).hasSize(7);
        page.at("/indicators")
                .forEach(one -> assertThat(one.at("/trend/points")).hasSize(6));
        assertThat(texts(page.at("/units"), "/role")).containsSubsequence("LEAD", "RESPONSIBLE", "COUNTY");
        assertThat(page.at("/units")).hasSize(25);
    }

    @Test
    void showsACountyItsOwnFigures() {
        clock.set("2024-09-02");
        var page = api.get(AREA + "/measures/M15?district=350424").body();
        assertThat(page.at("/district").asString()).isEqualTo("350424");
        assertThat(page.at("/indicators/0/figure/district").asString()).isEqualTo("350424");
        assertThat(api.get(AREA + "/measures/M15?district=110101").text("/errors/0/code"))
                .isEqualTo("UNKNOWN_DISTRICT");
        assertThat(api.get(AREA + "/measures/M22").status()).isEqualTo(404);
        assertThat(api.get(AREA + "/board?district=1&unit=X").body().at("/errors"))
                .hasSize(2);
    }

    @Test
    void countsOpenAndOverdueTasksOfEachUnit() {
        clock.set("2024-09-02");
        var body = Map.of("measure", "M13", "title", "场馆自查", "unit_code", "SM-WMB", "due_on", "2024-09-06");
        var id = api.as(SUPERVISOR).post(AREA + "/tasks", body).text("/id");
        assertThat(handOf("SM-WMB")).isEqualTo("1/0");
        clock.set("2024-09-06");
        assertThat(handOf("SM-WMB")).isEqualTo("1/0");
        clock.set("2024-09-07");
        assertThat(handOf("SM-WMB")).isEqualTo("1/1");
        var unit = Who.ofUnit("u-wmb", "SM-WMB", null, "UNIT_OFFICER");
        for (var step : List.of("acknowledge", "start")) {
            api.as(unit).post(AREA + "/tasks/" + id + "/" + step, null);
        }
        api.as(unit).post(AREA + "/tasks/" + id + "/submit", Map.of("evidence", List.of(Map.of("title", "记录"))));
        assertThat(handOf("SM-WMB")).isEqualTo("1/0");
    }

    private String handOf(String unit) {
        var hand = api.get(AREA + "/board?unit=" + unit).body().at("/units/0");
        return hand.at("/open_tasks").asString() + "/"
                + hand.at("/overdue_tasks").asString();
    }

    @Test
    void tellsAnOfficerFromATaskWhichFirmAndProjectItIsAbout() {
        clock.set("2024-10-16");
        var firm = "91350400MA0TRACK12";
        var payload = Map.of(
                "employer_uscc",
                firm,
                "project_id",
                "PRJ-TRACK",
                "district_code",
                "350428",
                "period",
                "2024-08",
                "workers",
                7,
                "person_ids",
                List.of(),
                "total",
                "30000.00",
                "effective_due_date",
                "2024-09-15",
                "days_late",
                31,
                "level",
                "RED");
        events.publish("wage.arrears.detected", "AR-TRACK", "350428", clock.instant(), payload);
        await().untilAsserted(() -> assertThat(api.as(SUPERVISOR)
                        .get(AREA + "/tasks?employer_uscc=" + firm)
                        .body()
                        .at("/items"))
                .hasSize(2));
        var task = api.as(SUPERVISOR)
                .get(AREA + "/tasks?project_id=PRJ-TRACK")
                .body()
                .at("/items/0");
        assertThat(task.at("/employer_uscc").asString()).isEqualTo(firm);
        assertThat(task.at("/project_id").asString()).isEqualTo("PRJ-TRACK");
        assertThat(task.at("/timeline").asString()).isEqualTo(AREA + "/timelines/AR-TRACK");
        await().untilAsserted(() -> assertThat(texts(
                        api.as(SUPERVISOR)
                                .get(AREA + "/stories/AR-TRACK")
                                .body()
                                .at("/items"),
                        "/event_type"))
                .contains("wage.arrears.detected", "supervision.task.assigned"));
        assertThat(api.as(Who.firm(firm)).get(AREA + "/stories/AR-TRACK").status())
                .isEqualTo(403);
        var elsewhere = Who.officer("u-1", "350430", "INSPECTOR");
        assertThat(api.as(elsewhere).get(AREA + "/stories/AR-TRACK").body().at("/items"))
                .isEmpty();
        var map = api.get(AREA + "/arrears-map").body();
        var county = map.at("/counties")
                .valueStream()
                .filter(one -> one.at("/code").asString().equals("350428"))
                .findFirst()
                .orElseThrow();
        assertThat(county.at("/worst").asString()).isEqualTo("RED");
        assertThat(county.at("/levels/RED/workers").asInt()).isEqualTo(7);
        assertThat(county.at("/levels/RED/amount").asString()).isEqualTo("30000.00");
        assertThat(map.at("/counties")).hasSize(11);
    }

    @Test
    void reportsOnASpecialRoundByUnitAndMeasure() {
        clock.set("2024-09-02");
        for (var unit : List.of("SM-XQ-350429", "SM-XQ-350430", "SM-WLJ")) {
            var finding = Map.of("round", "2024-专项-2", "measure", "M12", "unit_code", unit, "problem", "场馆未公示闭馆");
            assertThat(api.as(SUPERVISOR)
                            .post(AREA + "/rectifications", finding)
                            .status())
                    .isEqualTo(201);
        }
        clock.set("2024-10-09");
        var path = AREA + "/rounds/2024-%E4%B8%93%E9%A1%B9-2";
        var report = api.as(SUPERVISOR).get(path).body();
        assertThat(report.at("/total/issued").asInt()).isEqualTo(3);
        assertThat(report.at("/total/overdue").asInt()).isEqualTo(3);
        assertThat(texts(report.at("/by_unit"), "/of")).containsExactly("SM-WLJ", "SM-XQ-350429", "SM-XQ-350430");
        assertThat(texts(report.at("/by_measure"), "/of")).containsExactly("M12");
        var county = Who.ofUnit("u-tn", "SM-XQ-350429", "350429", "UNIT_OFFICER");
        assertThat(api.as(county).get(path).body().at("/total/issued").asInt()).isEqualTo(1);
        assertThat(api.as(Who.ofUnit("u-x", "SM-SWJ", null, "UNIT_OFFICER"))
                        .get(path)
                        .status())
                .isEqualTo(404);
        assertThat(api.as(Who.firm("91350400MA0TRACK12")).get(path).status()).isEqualTo(403);
    }
}
