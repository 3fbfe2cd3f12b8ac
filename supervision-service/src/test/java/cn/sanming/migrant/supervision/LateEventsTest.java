package cn.sanming.migrant.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What comes too late and what cannot be read.
@ServiceTest
class LateEventsTest {

    private static final String AREA = "/api/v1/supervision";
    private static final Who SUPERVISOR = Who.ofUnit("u-dcs", "SM-DCS", null, "SUPERVISOR");

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    JobRunner jobs;

    private JsonNode figure(String indicator, String period, String more) {
        var answer = api.get(AREA + "/indicators/" + indicator + "/figures?period=" + period + more);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void losesOneSubjectAndNothingElseToAnUnreadableFact() {
        clock.set("2021-03-01");
        var unreadable = Map.of("district_code", "350404", "held_on", "yesterday", "cases", 1);
        var readable = Map.of("district_code", "350404", "held_on", "2021-02-10", "cases", 1);
        events.publish("legalaid.circuit.held", "CS-1", "350404", clock.instant(), unreadable);
        events.publish("legalaid.circuit.held", "CS-2", "350404", clock.instant(), readable);
        await().untilAsserted(() ->
                assertThat(figure("IND-17-E", "2021", "").at("/value").asInt()).isEqualTo(1));
        assertThat(api.as(SUPERVISOR)
                        .get(AREA + "/timelines/CS-1")
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void freezesAPeriodAndCountsWhatComesLaterInTheNext() {
        clock.set("2022-03-01");
        aid("J1", "2022-02-10", "late-w1");
        await().untilAsserted(() ->
                assertThat(figure("IND-17-D", "2022", "").at("/value").asInt()).isEqualTo(1));
        nightly("2023-01-13");
        assertThat(figure("IND-17-D", "2022", "").at("/frozen").asBoolean()).isFalse();
        nightly("2023-01-17");
        assertThat(figure("IND-17-D", "2022", "").at("/frozen").asBoolean()).isTrue();
        assertThat(updatesOf2022()).singleElement().satisfies(event -> assertThat(
                        event.data().at("/value").asInt())
                .isEqualTo(1));
        aid("J2", "2022-03-10", "late-w2");
        await().untilAsserted(() ->
                assertThat(figure("IND-17-D", "2023", "").at("/late").asInt()).isEqualTo(1));
        assertThat(figure("IND-17-D", "2023", "").at("/notes").toString()).contains("LATE_EVENTS");
        assertThat(figure("IND-17-D", "2022", "").at("/value").asInt()).isEqualTo(1);
        nightly("2023-01-18");
        nightly("2023-01-18");
        assertThat(updatesOf2022()).hasSize(1);
    }

    private List<Events.Seen> updatesOf2022() {
        return events.await("supervision.indicator.updated", "IND-17-D", 1).stream()
                .filter(event -> event.data().at("/period").asString().equals("2022"))
                .toList();
    }

    private void aid(String id, String day, String person) {
        events.publish(
                "legalaid.judicialaid.granted",
                id,
                "350404",
                Instant.parse(day + "T02:00:00Z"),
                Map.of("person_id", person, "amount", "1000.00", "granted_on", day));
    }

    private void nightly(String day) {
        Nights.run(jobs, "nightly-figures", day);
    }
}
