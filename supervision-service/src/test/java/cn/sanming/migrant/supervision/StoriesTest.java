package cn.sanming.migrant.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import cn.sanming.migrant.supervision.indicator.StoryEvents;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The stories of the worked examples, told by events over the broker, in disorder and more than once.
@ServiceTest
class StoriesTest {

    private static final String AREA = "/api/v1/supervision";
    private static final Who SUPERVISOR = Who.ofUnit("u-dcs", "SM-DCS", null, "SUPERVISOR");
    private static final Who COUNTY = Who.ofUnit("u-xq", "SM-XQ-350404", "350404", "UNIT_OFFICER");
    private static final String EMPLOYER = "91350404MA0FJM020R";
    private static boolean told;

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    private JsonNode figure(String indicator, String period, String more) {
        var answer = api.get(AREA + "/indicators/" + indicator + "/figures?period=" + period + more);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private void tell() {
        clock.set("2025-06-30");
        if (told) {
            return;
        }
        told = true;
        StoryEvents.shuffledAndRepeated(42)
                .forEach(event -> events.publish(
                        event.id(),
                        event.sequence(),
                        event.type(),
                        event.subject(),
                        event.district(),
                        event.at(),
                        event.json()));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(figure("IND-18-A", "2024-06", "").at("/denominator").asInt())
                    .isEqualTo(46);
            assertThat(figure("IND-15-B", "2024Q3", "").at("/value").asDouble()).isEqualTo(1);
            assertThat(figure("IND-15-D", "2024-08", "").at("/value").asInt(-1)).isZero();
            assertThat(figure("IND-15-E", "2025Q1", "")
                            .at("/breakdown/removed/removed")
                            .asInt())
                    .isEqualTo(1);
            assertThat(figure("IND-06-B", "2024", "").at("/numerator").asInt()).isEqualTo(2);
            assertThat(figure("IND-19-B", "2024Q3", "").at("/value").asInt()).isEqualTo(23);
            assertThat(figure("IND-19-A", "2024", "&district=350405&group=M02")
                            .at("/shown")
                            .asString())
                    .isEqualTo("89.39%");
            assertThat(figure("IND-08-A", "2025", "").at("/numerator").asInt()).isEqualTo(2);
        });
    }

    @Test
    void countsTheStoriesWhateverTheOrder() {
        tell();
        var may = figure("IND-15-D", "2024-05", "");
        assertThat(may.at("/breakdown/RED/workers").asInt()).isEqualTo(23);
        assertThat(may.at("/breakdown/RED/amount").asString()).isEqualTo("157550.00");
        assertThat(may.at("/met").asBoolean()).isFalse();
        var august = figure("IND-15-D", "2024-08", "");
        assertThat(august.at("/breakdown/RED/amount").asString()).isEqualTo("0.00");
        assertThat(august.at("/met").asBoolean()).isTrue();
        assertThat(figure("IND-15-E", "2024Q2", "")
                        .at("/breakdown/listed/listed")
                        .asInt())
                .isEqualTo(1);
        assertThat(figure("IND-15-E", "2024Q2", "").at("/met").asBoolean()).isTrue();
        assertThat(figure("IND-17-A", "2024Q3", "").at("/numerator").asInt()).isEqualTo(1);
        assertThat(figure("IND-18-C", "2024-06", "").at("/value").asInt(-1)).isZero();
        assertThat(figure("IND-05-A", "2024", "").at("/value").asInt()).isEqualTo(1);
        assertThat(figure("IND-05-A", "2024", "").at("/met").asBoolean()).isFalse();
        assertThat(figure("IND-05-A", "2024", "&district=350405").at("/target").isNull())
                .isTrue();
        assertThat(figure("IND-06-A", "2024Q2", "").at("/numerator").asInt()).isEqualTo(1);
        assertThat(figure("IND-06-C", "2024Q2", "").at("/numerator").asInt()).isEqualTo(1);
        assertThat(figure("IND-02-A", "2024-08", "").at("/value").asInt(-1)).isZero();
        assertThat(figure("IND-02-C", "2024Q4", "").at("/breakdown/paid/amount").asString())
                .isEqualTo("4697.24");
        assertThat(figure("IND-10-A", "2024", "&district=350405").at("/value").asInt())
                .isEqualTo(1);
        assertThat(figure("IND-10-A", "2024", "").at("/notes").toString()).contains("PLAN_NOT_SET");
        assertThat(figure("IND-09-A", "2024Q3", "").at("/shown").asString()).isEqualTo("100.00%");
        assertThat(figure("IND-19-A", "2024", "&district=350405")
                        .at("/breakdown/M02/paid")
                        .asString())
                .isEqualTo("44697.24");
        assertThat(figure("IND-12-B", "2024", "").at("/notes").toString()).contains("NO_DATA_YET");
        assertThat(figure("IND-12-B", "2024", "").at("/value").isNull()).isTrue();
    }

    @Test
    void tellsTheTimelineOfTheEmployerInOrder() {
        tell();
        var officer = api.as(COUNTY);
        var lines = officer.get(AREA + "/timelines/" + EMPLOYER + "?limit=200")
                .body()
                .at("/items");
        var types = lines.valueStream()
                .map(line -> line.at("/event_type").asString())
                .distinct()
                .toList();
        assertThat(types)
                .containsSubsequence(
                        "wage.arrears.detected",
                        "wage.case.filed",
                        "wage.order.issued",
                        "wage.order.defaulted",
                        "legalaid.dispute.accepted",
                        "wage.blacklist.listed",
                        "job.vacancy.hidden",
                        "subsidy.application.suspended",
                        "legalaid.dispute.awarded",
                        "wage.case.closed",
                        "wage.blacklist.removed");
        assertThat(lines.at("/0/summary").asString()).isEqualTo("发现拖欠（黄色）：23人，157550.00元，逾期1天");
        assertThat(lines.at("/0/clauses").toString()).contains("M15.4");
        var first = officer.get(AREA + "/timelines/" + EMPLOYER + "?limit=2");
        var second = officer.get(AREA + "/timelines/" + EMPLOYER + "?limit=2&after=" + first.text("/next"));
        assertThat(second.body().at("/items/0")).isEqualTo(lines.get(2));
        assertThat(officer.get(lines.at("/0/link").asString()).text("/payload/total"))
                .isEqualTo("157550.00");
    }

    @Test
    void keepsTimelinesFromThoseTheyDoNotConcern() {
        tell();
        assertThat(api.get(AREA + "/timelines/w2").status()).isEqualTo(401);
        assertThat(api.as(Who.worker("w3")).get(AREA + "/timelines/w2").status())
                .isEqualTo(403);
        assertThat(api.as(Who.firm(EMPLOYER)).get(AREA + "/timelines/w2").status())
                .isEqualTo(403);
        assertThat(api.as(Who.worker("w2"))
                        .get(AREA + "/timelines/w2")
                        .body()
                        .at("/items")
                        .size())
                .isGreaterThan(5);
        assertThat(api.as(COUNTY)
                        .get(AREA + "/timelines/w2")
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(api.as(SUPERVISOR)
                        .get(AREA + "/timelines/w3")
                        .body()
                        .at("/items")
                        .toString())
                .doesNotContain("healthrecord");
    }

    @Test
    void leadsFromAFigureToItsEventsWithoutNamingAnybody() {
        tell();
        var path = AREA + "/indicators/IND-06-B/figures/2024/events";
        var open = api.get(path).body();
        assertThat(open.at("/items").size()).isEqualTo(2);
        assertThat(open.at("/items/0/events/0/measures/0").asString()).isEqualTo("M06");
        assertThat(open.toString()).doesNotContain("w2").doesNotContain("summary");
        assertThat(api.as(SUPERVISOR)
                        .get(path)
                        .body()
                        .at("/items/0/events/0/summary")
                        .asString())
                .contains("可申领补贴");
        assertThat(api.get(AREA + "/indicators/IND-06-B/figures?period=2024-05").status())
                .isEqualTo(400);
        assertThat(api.get(AREA + "/indicators/IND-06-B/figures?district=110101")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void turnsTheRedAlertIntoTwoTasks() {
        tell();
        await().untilAsserted(() -> {
            var tasks =
                    api.as(SUPERVISOR).get(AREA + "/tasks?subject=AR-1").body().at("/items");
            assertThat(tasks.valueStream().map(task -> task.at("/unit_code").asString()))
                    .containsExactlyInAnyOrder("SM-XQ-350404", "SM-RSJ");
            assertThat(tasks.valueStream().map(task -> task.at("/due_on").asString()))
                    .containsOnly("2024-05-22");
        });
        var own = api.as(COUNTY).get(AREA + "/tasks?subject=AR-1").body().at("/items");
        assertThat(own.size()).isEqualTo(1);
        var other = Who.ofUnit("u-xq2", "SM-XQ-350405", "350405", "UNIT_OFFICER");
        assertThat(api.as(other)
                        .get(AREA + "/tasks?subject=AR-1")
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(events.await("supervision.task.assigned", own.at("/0/id").asString())
                        .data()
                        .at("/due_on")
                        .asString())
                .isEqualTo("2024-05-22");
    }

    @Test
    void mirrorsWhatIsCommittedAndPaid() {
        tell();
        await().untilAsserted(() -> {
            var budgets = api.as(SUPERVISOR)
                    .get(AREA + "/budgets?measure=M02&district=350405&year=2024")
                    .body()
                    .at("/items");
            assertThat(budgets.at("/0/paid").asString()).isEqualTo("44697.24");
            assertThat(budgets.at("/0/committed").asString()).isEqualTo("0.00");
        });
    }
}
