package cn.sanming.migrant.legalaid;

import static cn.sanming.migrant.legalaid.Desk.ARBITRATOR;
import static cn.sanming.migrant.legalaid.Desk.COUNTY;
import static cn.sanming.migrant.legalaid.Desk.COURT;
import static cn.sanming.migrant.legalaid.Desk.DIRECTOR;
import static cn.sanming.migrant.legalaid.Desk.EMPLOYER;
import static cn.sanming.migrant.legalaid.Desk.FIRM;
import static cn.sanming.migrant.legalaid.Desk.MEDIATOR;
import static cn.sanming.migrant.legalaid.Desk.REGISTRAR;
import static cn.sanming.migrant.legalaid.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
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

/// The windows of the commission and the court: single disputes, judicial aid, circuit points.
@ServiceTest
@Import(Desk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArbitrationWindowTest {

    @Autowired
    Desk desk;

    @Autowired
    Api api;

    @Autowired
    Events events;

    private String accepted(String person, String day) {
        var application = Map.of(
                "employer_uscc",
                EMPLOYER,
                "district_of_work",
                COUNTY,
                "migrant_worker",
                true,
                "claims",
                List.of(Map.of("kind", "LABOUR_PAY", "amount", "30000.00")),
                "reference",
                "DP-" + person);
        var id = desk.on(day).done(worker(person), "disputes", application).text("/id");
        desk.done(REGISTRAR, "disputes/" + id + "/accept");
        return id;
    }

    private void awarded(String id, String day, String amount) {
        desk.on(day)
                .done(
                        ARBITRATOR,
                        "disputes/" + id + "/schedule_hearing",
                        Map.of("hearing_on", day, "notice_waived", true, "video", true));
        desk.done(ARBITRATOR, "disputes/" + id + "/hear");
        desk.done(
                ARBITRATOR,
                "disputes/" + id + "/award",
                Map.of("items", List.of(Map.of("kind", "LABOUR_PAY", "amount", amount))));
    }

    private String stateOf(String id) {
        return desk.get(REGISTRAR, "disputes/" + id).text("/state");
    }

    @AfterAll
    void everythingPublishedIsAsAgreed() {
        desk.everythingPublishedIsAsAgreed();
    }

    @AfterEach
    void everyQueryHasAnIndex() {
        desk.everyQueryHasAnIndex();
    }

    @Test
    void tellsAllFaultsOfAnApplicationAtOnce() {
        desk.on("2024-06-13")
                .refused(
                        worker("P-31"),
                        "disputes",
                        Map.of("claims", List.of(), "surprise", 1),
                        400,
                        "REQUIRED",
                        "UNKNOWN_FIELD");
    }

    @Test
    void isSeenByItsSidesAndTheOfficersOfItsDistrictOnly() {
        var id = accepted("P-32", "2024-06-13");
        assertThat(desk.get(worker("P-32"), "disputes/" + id).text("/reference"))
                .isEqualTo("DP-P-32");
        assertThat(desk.get(FIRM, "disputes/" + id).status()).isEqualTo(200);
        assertThat(desk.get(worker("P-33"), "disputes/" + id).status()).isEqualTo(404);
        assertThat(desk.get(Who.officer("arb-9", "350481", "ARBITRATOR"), "disputes/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(desk.get(REGISTRAR, "disputes?reference=DP-P-32").body().path("items"))
                .hasSize(1);
        desk.refused(worker("P-32"), "disputes/" + id + "/mediate", Map.of(), 403, "FORBIDDEN_ROLE");
        desk.refused(REGISTRAR, "disputes/" + id + "/accept", Map.of(), 409, "ILLEGAL_TRANSITION");
    }

    @Test
    void alarmsAtEachLimitOnceAndExtendsOnce() {
        var id = accepted("P-34", "2024-06-14");
        desk.on("2024-07-16").run("dispute-clocks", "2024-07-16");
        desk.run("dispute-clocks", "2024-07-16");
        desk.refused(REGISTRAR, "disputes/" + id + "/extend", Map.of("reason", "案情复杂"), 403, "FORBIDDEN_ROLE");
        desk.on("2024-07-29").done(DIRECTOR, "disputes/" + id + "/extend", Map.of("reason", "案情复杂"));
        desk.on("2024-08-13").run("dispute-clocks", "2024-08-13");
        desk.on("2024-08-14").run("dispute-clocks", "2024-08-14");
        desk.run("dispute-clocks", "2024-08-14");
        var alarms = events.await("legalaid.dispute.overdue", id, 2);
        assertThat(alarms)
                .extracting(alarm -> alarm.data().path("limit").asString())
                .containsExactly("FAST", "STATUTORY");
        assertThat(alarms.getLast().data().path("decide_by").asString()).isEqualTo("2024-08-13");
    }

    @Test
    void settlesAMediationThatIsThenEnforced() {
        var id = accepted("P-35", "2024-06-14");
        var mediating = desk.done(MEDIATOR, "disputes/" + id + "/mediate");
        assertThat(mediating.text("/mediation_until")).isEqualTo("2024-07-01");
        desk.done(
                MEDIATOR,
                "disputes/" + id + "/settle",
                Map.of("amount", "28000.00", "pay_by", "2024-06-28", "document_signed", true));
        assertThat(events.await("legalaid.dispute.mediated", id)
                        .data()
                        .path("amount")
                        .asString())
                .isEqualTo("28000.00");
        desk.on("2024-06-28").refused(worker("P-35"), "disputes/" + id + "/enforce", Map.of(), 422, "NOT_DUE_YET");
        desk.on("2024-06-29").done(worker("P-35"), "disputes/" + id + "/enforce");
        assertThat(desk.done(COURT, "disputes/" + id + "/satisfy", Map.of("received", "28000.00"))
                        .text("/state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void letsAnAwardThatIsNotFinalTakeEffectWhenNobodySues() {
        var id = accepted("P-36", "2024-06-14");
        awarded(id, "2024-07-10", "30000.00");
        desk.on("2024-07-25").run("dispute-clocks", "2024-07-25");
        assertThat(stateOf(id)).isEqualTo("AWARDED");
        desk.on("2024-07-26").run("dispute-clocks", "2024-07-26");
        assertThat(stateOf(id)).isEqualTo("EFFECTIVE");
        desk.refused(FIRM, "disputes/" + id + "/annul", Map.of("ground", "EVIDENCE_FORGED"), 422, "FINAL_AWARD_ONLY");
    }

    @Test
    void handsTheFileToTheCourtAndTakesItsResultBack() {
        var id = accepted("P-37", "2024-06-14");
        awarded(id, "2024-07-10", "30000.00");
        assertThat(desk.on("2024-07-25").done(FIRM, "disputes/" + id + "/sue").text("/state"))
                .isEqualTo("IN_COURT");
        desk.done(
                COURT,
                "disputes/" + id + "/record_court_result",
                Map.of("court_case", "(2024)闽0404民初1号", "result", "维持", "decided_on", "2024-07-25"));
        assertThat(desk.get(worker("P-37"), "disputes/" + id).text("/links/court/result"))
                .isEqualTo("维持");
    }

    @Test
    void answersTheArrearsBehindADisputeWhateverTheWageDepartmentDoes() {
        var id = accepted("P-38", "2024-06-14");
        var answer = desk.get(ARBITRATOR, "disputes/" + id + "/arrears");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("degraded").asBoolean()).isTrue();
        assertThat(desk.get(worker("P-39"), "disputes/" + id + "/arrears").status())
                .isEqualTo(404);
    }

    @Test
    void approvesJudicialAidUpToItsCeiling() {
        desk.on("2024-09-02");
        var id = desk.done(
                        worker("P-40"),
                        "judicial-aid",
                        Map.of("case_ref", "DP-1001", "requested", "250000.00", "district", COUNTY))
                .text("/id");
        desk.done(COURT, "judicial-aid/" + id + "/review");
        desk.refused(
                COURT, "judicial-aid/" + id + "/approve", Map.of("amount", "234000.01"), 422, "AMOUNT_ABOVE_CEILING");
        assertThat(desk.done(COURT, "judicial-aid/" + id + "/approve").text("/approved"))
                .isEqualTo("234000.00");
        assertThat(events.await("legalaid.judicialaid.granted", id)
                        .data()
                        .path("amount")
                        .asString())
                .isEqualTo("234000.00");
        var treasurer = Who.officer("fin-1", COUNTY, "FINANCE_OFFICER");
        assertThat(desk.done(treasurer, "judicial-aid/" + id + "/pay").text("/state"))
                .isEqualTo("PAID");
    }

    @Test
    void findsTheNearestCircuitPointAndCountsItsSessions() {
        desk.on("2024-06-13");
        var near = point("大田巡回点", "350425", 25.69, 117.85);
        var far = point("宁化巡回点", "350424", 26.26, 116.66);
        assertThat(api.get("/api/v1/legal-aid/stations").status()).isEqualTo(200);
        var found = api.get("/api/v1/legal-aid/circuit-points/nearest?latitude=25.70&longitude=117.84")
                .body()
                .path("items");
        assertThat(found)
                .extracting(row -> row.path("id").asString())
                .startsWith(near)
                .contains(far);
        assertThat(api.get("/api/v1/legal-aid/circuit-points/nearest?district=350424")
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(far);
        var held = Map.of("held_on", "2024-06-12", "cases", 4);
        var session = desk.done(COURT_OF_THE_CITY, "circuit-points/" + near + "/sessions", held)
                .text("/id");
        desk.refused(COURT_OF_THE_CITY, "circuit-points/" + near + "/sessions", held, 409);
        desk.refused(
                COURT_OF_THE_CITY,
                "circuit-points/" + near + "/sessions",
                Map.of("held_on", "2024-06-14", "cases", 1),
                422,
                "NOT_HELD_YET");
        assertThat(events.await("legalaid.circuit.held", session)
                        .data()
                        .path("district_code")
                        .asString())
                .isEqualTo("350425");
    }

    private static final Who COURT_OF_THE_CITY = Who.officer("court-city", null, "COURT");

    private String point(String name, String district, double latitude, double longitude) {
        return desk.done(
                        COURT_OF_THE_CITY,
                        "circuit-points",
                        Map.of(
                                "name",
                                name,
                                "kind",
                                "HEARING",
                                "address",
                                "测试路",
                                "district",
                                district,
                                "latitude",
                                latitude,
                                "longitude",
                                longitude,
                                "calendar",
                                List.of("2024-07-01")))
                .text("/id");
    }
}
