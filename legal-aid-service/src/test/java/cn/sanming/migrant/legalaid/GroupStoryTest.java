package cn.sanming.migrant.legalaid;

import static cn.sanming.migrant.legalaid.Desk.AID_OFFICER;
import static cn.sanming.migrant.legalaid.Desk.ARBITRATOR;
import static cn.sanming.migrant.legalaid.Desk.REGISTRAR;
import static cn.sanming.migrant.legalaid.Desk.UNION_LAWYER;
import static cn.sanming.migrant.legalaid.Desk.WORKERS;
import static cn.sanming.migrant.legalaid.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// The legal-aid part of the story of 23 unpaid workers, day by day.
@ServiceTest
@Import(Desk.class)
class GroupStoryTest {

    private static final String SPOKESWOMAN = WORKERS.getFirst();

    @Autowired
    Desk desk;

    @Autowired
    Events events;

    @Test
    void bringsTwentyThreeWorkersFromTheOfferToTheirMoney() {
        var offer = offersTheFastTrackAndProposesAVisit();
        var visit = visitsTheSite(offer);
        var cases = takesOneApplicationForEach(visit);
        assignsOneUnionLawyer(cases);
        var dispute = arbitratesOnTheFastTrack(visit);
        closesWhenTheMoneyIsThere(dispute, cases);
        desk.everythingPublishedIsAsAgreed();
        desk.everyQueryHasAnIndex();
    }

    private String offersTheFastTrackAndProposesAVisit() {
        desk.on("2024-05-15")
                .wageSays("wage.arrears.detected", "ar-1001", 3, Desk.wageExample("wage.arrears.detected"));
        var offers = await("offers")
                .atMost(Duration.ofSeconds(20))
                .until(() -> offersOf(SPOKESWOMAN), list -> list.size() == 2);
        assertThat(offers)
                .extracting(offer -> offer.path("kind").asString())
                .containsExactlyInAnyOrder("FAST_TRACK", "GROUP_VISIT");
        assertThat(offers).allSatisfy(offer -> assertThat(
                        offer.path("means_test_required").asBoolean())
                .isFalse());
        assertThat(desk.get(worker("P-9999"), "offers").body().path("items")).isEmpty();
        return offers.stream()
                .filter(offer -> offer.path("kind").asString().equals("GROUP_VISIT"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private List<JsonNode> offersOf(String person) {
        var items = new ArrayList<JsonNode>();
        desk.get(worker(person), "offers").body().path("items").forEach(items::add);
        return items;
    }

    private String visitsTheSite(String offer) {
        var asked =
                desk.on("2024-06-07").done(worker(SPOKESWOMAN), "offers/" + offer + "/ask", Map.of("place", "三元区测试工地"));
        var visit = asked.text("/id");
        assertThat(asked.text("/state")).isEqualTo("REQUESTED");
        assertThat(asked.text("/schedule_by")).isEqualTo("2024-06-12");
        assertThat(asked.body().path("workers").asInt()).isEqualTo(23);
        assertThat(asked.body().path("visit_offered").asBoolean()).isTrue();
        desk.refused(worker(SPOKESWOMAN), "offers/" + offer + "/ask", Map.of("place", "三元区测试工地"), 409);

        var scheduled = desk.on("2024-06-11")
                .done(AID_OFFICER, "visits/" + visit + "/schedule", Map.of("visit_on", "2024-06-12"));
        assertThat(scheduled.text("/state")).isEqualTo("SCHEDULED");
        assertThat(events.await("legalaid.visit.scheduled", visit)
                        .data()
                        .path("requested_on")
                        .asString())
                .isEqualTo("2024-06-07");
        desk.refused(AID_OFFICER, "visits/" + visit + "/visit", Map.of(), 422, "VISIT_DAY");
        return visit;
    }

    private List<String> takesOneApplicationForEach(String visit) {
        desk.on("2024-06-12").done(AID_OFFICER, "visits/" + visit + "/visit");
        var accepted = desk.done(AID_OFFICER, "visits/" + visit + "/accept");
        assertThat(accepted.text("/state")).isEqualTo("ACCEPTED");
        var cases = new ArrayList<String>();
        accepted.body().path("case_ids").forEach(id -> cases.add(id.asString()));
        assertThat(cases).hasSize(23).doesNotHaveDuplicates();
        var listed = desk.get(AID_OFFICER, "cases?group_id=" + accepted.text("/group_id"))
                .body()
                .path("items");
        assertThat(listed).hasSize(23).allSatisfy(row -> {
            assertThat(row.path("state").asString()).isEqualTo("SUBMITTED");
            assertThat(row.path("means_test_required").asBoolean()).isFalse();
            assertThat(row.has("per_capita_monthly_income")).isFalse();
            assertThat(row.path("review_by").asString()).isEqualTo("2024-06-17");
        });
        for (var id : cases) {
            var granted = desk.done(AID_OFFICER, "cases/" + id + "/grant");
            assertThat(granted.text("/assign_by")).isEqualTo("2024-06-13");
        }
        return cases;
    }

    private void assignsOneUnionLawyer(List<String> cases) {
        desk.on("2024-06-13");
        for (var id : cases) {
            desk.done(AID_OFFICER, "cases/" + id + "/assign", Map.of("lawyer_id", UNION_LAWYER.id(), "pool", "UNION"));
            assertThat(desk.done(UNION_LAWYER, "cases/" + id + "/start").text("/state"))
                    .isEqualTo("IN_PROGRESS");
        }
        assertThat(desk.get(UNION_LAWYER, "cases?limit=200").body().path("items"))
                .hasSize(23);
    }

    private String arbitratesOnTheFastTrack(String visit) {
        var application = Map.of(
                "visit_id",
                visit,
                "migrant_worker",
                true,
                "claims",
                List.of(Map.of("kind", "LABOUR_PAY", "amount", "157550.00")),
                "representatives",
                WORKERS.subList(0, 3),
                "arrears_id",
                "ar-1001");
        var opened = desk.done(UNION_LAWYER, "disputes", application);
        var dispute = opened.text("/id");
        assertThat(opened.body().path("fast_track").asBoolean()).isTrue();
        assertThat(opened.body().path("group").asBoolean()).isTrue();
        assertThat(opened.text("/panel")).isEqualTo("THREE");
        assertThat(opened.text("/clocks/accept_by")).isEqualTo("2024-06-14");
        assertThat(desk.refused(UNION_LAWYER, "disputes", application, 409).text("/other"))
                .endsWith(dispute);

        var accepted = desk.on("2024-06-14").done(REGISTRAR, "disputes/" + dispute + "/accept");
        assertThat(accepted.text("/clocks/decide_by")).isEqualTo("2024-07-15");
        assertThat(accepted.text("/clocks/decide_by_statutory")).isEqualTo("2024-07-29");
        assertThat(events.await("legalaid.dispute.accepted", dispute)
                        .data()
                        .path("workers")
                        .asInt())
                .isEqualTo(23);

        desk.on("2024-07-10")
                .refused(
                        ARBITRATOR,
                        "disputes/" + dispute + "/schedule_hearing",
                        Map.of("hearing_on", "2024-07-16"),
                        422,
                        "HEARING_NOTICE");
        desk.done(
                ARBITRATOR,
                "disputes/" + dispute + "/schedule_hearing",
                Map.of("hearing_on", "2024-07-10", "notice_waived", true));
        desk.done(ARBITRATOR, "disputes/" + dispute + "/hear");
        var items = WORKERS.stream()
                .map(person -> Map.of("kind", "LABOUR_PAY", "amount", "6850.00", "person_id", person))
                .toList();
        var awarded = desk.done(ARBITRATOR, "disputes/" + dispute + "/award", Map.of("items", items));
        assertThat(awarded.text("/award/amount")).isEqualTo("157550.00");
        assertThat(awarded.text("/award/limit_per_item")).isEqualTo("21720.00");
        assertThat(awarded.body().at("/award/final").asBoolean()).isTrue();
        assertThat(awarded.body().at("/award/in_fast_track").asBoolean()).isTrue();
        assertThat(awarded.body().at("/award/days_from_acceptance").asInt()).isEqualTo(26);
        await("a final award takes effect at once")
                .atMost(Duration.ofSeconds(20))
                .until(() -> stateOf(dispute), "EFFECTIVE"::equals);
        return dispute;
    }

    private String stateOf(String dispute) {
        return desk.get(ARBITRATOR, "disputes/" + dispute).text("/state");
    }

    private void closesWhenTheMoneyIsThere(String dispute, List<String> cases) {
        desk.on("2024-08-01").wageSays("wage.arrears.cleared", "ar-1001", 4, Desk.wageExample("wage.arrears.cleared"));
        await("withdrawal is suggested")
                .atMost(Duration.ofSeconds(20))
                .until(() -> desk.get(ARBITRATOR, "disputes/" + dispute).body().has("withdrawal_suggested_on"));
        await("offers lapse").atMost(Duration.ofSeconds(20)).until(() -> offersOf(WORKERS.getLast()).stream()
                .anyMatch(offer -> offer.path("state").asString().equals("LAPSED")));
        var outsideTheThree = worker(WORKERS.getLast());
        desk.refused(
                outsideTheThree,
                "disputes/" + dispute + "/satisfy",
                Map.of("received", "157550.00"),
                422,
                "REPRESENTATIVE_ONLY");
        desk.refused(
                worker(SPOKESWOMAN),
                "disputes/" + dispute + "/satisfy",
                Map.of("received", "157549.99"),
                422,
                "AMOUNT_OUTSTANDING");
        var closed =
                desk.done(worker(SPOKESWOMAN), "disputes/" + dispute + "/satisfy", Map.of("received", "157550.00"));
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        for (var id : cases) {
            desk.done(
                    UNION_LAWYER,
                    "cases/" + id + "/close",
                    Map.of(
                            "outcome",
                            "WON",
                            "amount_recovered",
                            "6850.00",
                            "report_filed",
                            true,
                            "documents",
                            List.of("award")));
        }
        events.await("legalaid.case.closed", cases.getLast());
        assertThat(ofCases("legalaid.application.submitted", cases)).hasSize(23).allSatisfy(data -> assertThat(
                        data.path("means_test_required").asBoolean())
                .isFalse());
        assertThat(ofCases("legalaid.lawyer.assigned", cases))
                .allSatisfy(data -> assertThat(data.path("pool").asString()).isEqualTo("UNION"));
        var recovered = ofCases("legalaid.case.closed", cases).stream()
                .map(data -> new BigDecimal(data.path("amount_recovered").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(recovered).isEqualByComparingTo("157550.00");
    }

    private List<JsonNode> ofCases(String type, List<String> cases) {
        return events.all("legalaid.events").stream()
                .filter(event -> event.type().equals("cn.sanming." + type + ".v1") && cases.contains(event.subject()))
                .map(Events.Seen::data)
                .toList();
    }
}
