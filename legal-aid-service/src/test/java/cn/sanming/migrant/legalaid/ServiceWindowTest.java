package cn.sanming.migrant.legalaid;

import static cn.sanming.migrant.legalaid.Desk.COUNTY;
import static cn.sanming.migrant.legalaid.Desk.JUSTICE;
import static cn.sanming.migrant.legalaid.Desk.UNION_LAWYER;
import static cn.sanming.migrant.legalaid.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Duty lawyers, consultations and the stations that anybody may look up.
@ServiceTest
@Import(Desk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceWindowTest {
    @Autowired
    Desk desk;

    @Autowired
    Events events;

    @AfterAll
    void everythingPublishedIsAsAgreed() {
        desk.everythingPublishedIsAsAgreed();
    }

    @AfterEach
    void everyQueryHasAnIndex() {
        desk.everyQueryHasAnIndex();
    }

    @Test
    void publishesARosterOnlyWithoutGaps() {
        var officer = Who.officer("aid-8", "350423", "LEGAL_AID_OFFICER");
        desk.on("2024-05-20");
        desk.done(
                officer,
                "duty-shifts",
                Map.of("day", "2024-06-10", "slot", "09:00-12:00", "lawyer_id", "l-1", "channel", "HOTLINE_12348"));
        var filled = desk.done(
                officer,
                "duty-roster/2024-06/fill",
                Map.of("lawyer_ids", List.of("l-2", "l-3"), "channel", "HOTLINE_12348"));
        assertThat(filled.body().path("shifts")).hasSize(31);
        assertThat(filled.body().path("publishable").asBoolean()).isTrue();
        var july = desk.done(
                        officer, "duty-shifts", Map.of("day", "2024-07-06", "lawyer_id", "l-1", "channel", "COUNTER"))
                .text("/id");
        var refused = desk.refused(officer, "duty-shifts/" + july + "/publish", Map.of(), 422, "DUTY_ROSTER");
        assertThat(refused.text("/errors/0/found")).contains("2024-07-01").doesNotContain("2024-07-06");
        desk.refused(officer, "duty-roster/2024-07/publish", Map.of(), 422, "DUTY_ROSTER");

        var published = desk.done(officer, "duty-roster/2024-06/publish").body().path("shifts");
        assertThat(published)
                .allSatisfy(shift -> assertThat(shift.path("state").asString()).isEqualTo("PUBLISHED"));
        var first = published.path(0);
        var lawyer = Who.officer(first.path("lawyer_id").asString(), null, "LAWYER");
        var shift = "duty-shifts/" + first.path("id").asString();
        desk.refused(lawyer, shift + "/swap", Map.of("lawyer_id", lawyer.id()), 422, "SUBSTITUTE_IS_THE_SAME");
        desk.done(lawyer, shift + "/swap", Map.of("lawyer_id", "l-9"));
        assertThat(desk.post(lawyer, shift + "/report_absence", Map.of()).status())
                .isEqualTo(404);
        desk.done(officer, shift + "/report_absence");
        assertThat(desk.get(officer, "duty-roster/2024-06").body().path("gaps")).hasSize(1);
        desk.done(officer, shift + "/substitute", Map.of("lawyer_id", "l-4"));

        desk.on("2024-06-02").run("duty-complete", "2024-06-02");
        assertThat(desk.get(officer, shift).text("/state")).isEqualTo("COMPLETED");
        assertThat(desk.get(officer, "duty-shifts?day=2024-06-03")
                        .body()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("PUBLISHED");
    }

    @Test
    void answersOnARestDayAndSaysSo() {
        desk.on("2024-06-10");
        var asked = desk.done(worker("P-21"), "consultations", Map.of("channel", "E_SANMING", "topic", "LABOUR_PAY"));
        assertThat(asked.text("/state")).isEqualTo("ASKED");
        desk.refused(worker("P-21"), "consultations/" + asked.text("/id") + "/answer", Map.of(), 403, "FORBIDDEN_ROLE");
        desk.done(UNION_LAWYER, "consultations/" + asked.text("/id") + "/answer");
        desk.refused(UNION_LAWYER, "consultations/" + asked.text("/id") + "/answer", Map.of(), 409, "ALREADY_ANSWERED");
        var told = events.await("legalaid.consultation.answered", asked.text("/id"))
                .data();
        assertThat(told.path("weekend").asBoolean()).isTrue();
        assertThat(told.path("answered_at").asString())
                .startsWith("2024-06-10T09:00:00")
                .endsWith("+08:00");
        var logged = desk.on("2024-06-11")
                .done(
                        UNION_LAWYER,
                        "consultations",
                        Map.of("channel", "HOTLINE_12348", "topic", "OTHER", "district", COUNTY, "answered", true));
        assertThat(events.await("legalaid.consultation.answered", logged.text("/id"))
                        .data()
                        .path("weekend")
                        .asBoolean())
                .isFalse();
        assertThat(desk.get(worker("P-21"), "consultations").body().path("items"))
                .hasSize(1);
    }

    @Test
    void keepsACatalogueOfStationsThatAnybodyMayRead() {
        var entry = Map.of(
                "kind",
                "STATION",
                "name",
                "列东工作站",
                "district",
                COUNTY,
                "town",
                "列东街道",
                "address",
                "测试路1号",
                "hours",
                "09:00-17:00");
        desk.refused(worker("P-1"), "stations", entry, 403, "FORBIDDEN_ROLE");
        var station = desk.done(JUSTICE, "stations", entry).text("/id");
        assertThat(desk.get(worker("P-1"), "stations?district=350403").body().path("items"))
                .anySatisfy(row -> assertThat(row.path("id").asString()).isEqualTo(station));
    }
}
