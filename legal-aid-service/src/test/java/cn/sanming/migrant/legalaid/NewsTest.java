package cn.sanming.migrant.legalaid;

import static cn.sanming.migrant.legalaid.Desk.AID_OFFICER;
import static cn.sanming.migrant.legalaid.Desk.COUNTY;
import static cn.sanming.migrant.legalaid.Desk.REGISTRAR;
import static cn.sanming.migrant.legalaid.Desk.wageExample;
import static cn.sanming.migrant.legalaid.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// News of the wage department, also late, repeated and in the wrong order.
@ServiceTest
@Import(Desk.class)
class NewsTest {

    private static final String OTHER_EMPLOYER = "91350404MA0FJM012Y";

    @Autowired
    Desk desk;

    private List<JsonNode> offers(String person) {
        var items = new ArrayList<JsonNode>();
        desk.get(worker(person), "offers").body().path("items").forEach(items::add);
        return items;
    }

    private JsonNode offer(String person, Predicate<JsonNode> wanted) {
        return await("an offer to " + person)
                .atMost(Duration.ofSeconds(20))
                .until(() -> offers(person).stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private static String arrears(List<String> persons, String total) {
        return """
                {"employer_uscc": "%s", "district_code": "350404", "period": "2024-04", "workers": %d,
                 "person_ids": [%s], "total": "%s", "effective_due_date": "2024-05-15", "days_late": 3, "level": "YELLOW"}""".formatted(
                OTHER_EMPLOYER,
                persons.size(),
                String.join(
                        ",", persons.stream().map(person -> '"' + person + '"').toList()),
                total);
    }

    @AfterEach
    void everyQueryHasAnIndex() {
        desk.everyQueryHasAnIndex();
    }

    @Test
    void offersAConsultationWhenAContractIsOverdue() {
        desk.on("2024-06-07").wageSays("wage.contract.overdue", "em-1", 1, wageExample("wage.contract.overdue"));
        var offer = offer("P-2001", found -> true);
        assertThat(offer.path("kind").asString()).isEqualTo("CONSULTATION");
        assertThat(offer.path("ask_at").asString()).endsWith("/consultations");
    }

    @Test
    void offersLegalAidAfterAnAccidentAndNotesItsRecognition() {
        desk.on("2024-06-04").wageSays("wage.injury.reported", "in-1", 1, wageExample("wage.injury.reported"));
        var offer = offer("P-2002", found -> found.path("kind").asString().equals("LEGAL_AID"));
        assertThat(offer.path("means_test_required").asBoolean()).isFalse();
        var id = desk.done(
                        worker("P-2002"),
                        "cases",
                        Map.of(
                                "matter",
                                "WORK_INJURY_DAMAGES",
                                "migrant_worker",
                                true,
                                "district",
                                COUNTY,
                                "employer_uscc",
                                Desk.EMPLOYER))
                .text("/id");
        desk.on("2024-06-27").wageSays("wage.injury.recognised", "in-1", 2, wageExample("wage.injury.recognised"));
        offer("P-2002", found -> found.path("recognised_on").asString().equals("2024-06-27"));
        await("the claim is updated")
                .atMost(Duration.ofSeconds(20))
                .until(() -> desk.get(AID_OFFICER, "cases/" + id)
                                .body()
                                .path("injury_ids")
                                .size()
                        == 1);
    }

    @Test
    void makesNothingOfOlderNewsThatArriveLate() {
        desk.on("2024-05-20");
        desk.wageSays("wage.arrears.detected", "ar-late", 2, arrears(List.of("P-41"), "5000.00"));
        offer("P-41", found -> found.path("source_id").asString().equals("ar-late"));
        desk.wageSays("wage.arrears.cleared", "ar-late", 3, """
                {"employer_uscc": "%s", "total": "5000.00", "cleared_on": "2024-05-20"}""".formatted(OTHER_EMPLOYER));
        desk.wageSays("wage.arrears.detected", "ar-late", 1, arrears(List.of("P-41", "P-42"), "9000.00"));
        desk.wageSays("wage.arrears.detected", "ar-late", 4, arrears(List.of("P-43"), "1.00"));
        offer("P-43", found -> true);
        await("all is handled").atMost(Duration.ofSeconds(20)).until(() -> offers("P-41").stream()
                .allMatch(found -> found.path("state").asString().equals("LAPSED")));
        assertThat(offers("P-41")).hasSize(1);
        assertThat(offers("P-42")).isEmpty();
    }

    @Test
    void takesOffersBackUnderForceMajeureAndMakesThemAgainWhenItIsTakenBack() {
        desk.on("2024-05-20");
        desk.wageSays("wage.arrears.detected", "ar-flood", 1, arrears(List.of("P-45"), "5000.00"));
        offer("P-45", found -> found.path("state").asString().equals("OPEN"));
        desk.wageSays("wage.arrears.excused", "ar-flood", 2, """
                {"employer_uscc": "%s", "total": "5000.00", "excused_on": "2024-05-20"}""".formatted(OTHER_EMPLOYER));
        offer("P-45", found -> found.path("state").asString().equals("LAPSED"));
        await("the copy follows")
                .atMost(Duration.ofSeconds(20))
                .until(() -> book.find("ar-flood").orElseThrow().clearedOn() != null);
        desk.wageSays("wage.arrears.reinstated", "ar-flood", 3, """
                {"employer_uscc": "%s", "total": "5000.00", "reinstated_on": "2024-05-21"}""".formatted(OTHER_EMPLOYER));
        await("the copy follows back")
                .atMost(Duration.ofSeconds(20))
                .until(() -> book.find("ar-flood").orElseThrow().clearedOn() == null);
        assertThat(book.find("ar-flood").orElseThrow().personIds()).containsExactly("P-45");
    }

    @Autowired
    ArrearsBook book;

    @Test
    void proposesAVisitFromTenWorkersOnAndTakesTheProposalBackBelow() {
        var ten = List.of("P-51", "P-52", "P-53", "P-54", "P-55", "P-56", "P-57", "P-58", "P-59", "P-60");
        desk.on("2024-05-20").wageSays("wage.arrears.detected", "ar-ten", 1, arrears(ten, "50000.00"));
        var proposal = offer("P-51", found -> found.path("kind").asString().equals("GROUP_VISIT"));
        assertThat(proposal.path("workers").asInt()).isEqualTo(10);
        assertThat(desk.get(worker("P-51"), "visits").body().path("items")).isEmpty();
        desk.wageSays("wage.arrears.detected", "ar-ten", 2, arrears(ten.subList(0, 9), "45000.00"));
        offer(
                "P-51",
                found -> found.path("kind").asString().equals("GROUP_VISIT")
                        && found.path("state").asString().equals("LAPSED"));
        offer(
                "P-60",
                found -> found.path("kind").asString().equals("FAST_TRACK")
                        && found.path("state").asString().equals("LAPSED"));
        desk.refused(
                worker("P-51"),
                "offers/" + proposal.path("id").asString() + "/ask",
                Map.of("place", "工地"),
                409,
                "NOT_A_STANDING_PROPOSAL");
    }

    @Test
    void raisesOpenCasesWhenAnOrderToPayIsDefaulted() {
        desk.on("2024-06-07");
        var first = aidCase("P-61", OTHER_EMPLOYER);
        var second = aidCase("P-62", Desk.EMPLOYER);
        var dispute = desk.done(
                        worker("P-62"),
                        "disputes",
                        Map.of(
                                "employer_uscc",
                                Desk.EMPLOYER,
                                "district_of_work",
                                COUNTY,
                                "migrant_worker",
                                true,
                                "claims",
                                List.of(Map.of("kind", "LABOUR_PAY", "amount", "100.00"))))
                .text("/id");
        desk.wageSays("wage.order.defaulted", "or-1001", 1, wageExample("wage.order.defaulted"));
        await("raised").atMost(Duration.ofSeconds(20)).until(() -> desk.get(AID_OFFICER, "cases/" + second)
                .body()
                .path("urgent")
                .asBoolean());
        await("linked")
                .atMost(Duration.ofSeconds(20))
                .until(() -> desk.get(REGISTRAR, "disputes/" + dispute)
                                .body()
                                .at("/links/arrears_case_ids")
                                .size()
                        == 1);
        assertThat(desk.get(AID_OFFICER, "cases/" + first).body().path("urgent").asBoolean())
                .isFalse();
        var places = new ArrayList<String>();
        desk.get(AID_OFFICER, "queue")
                .body()
                .path("items")
                .forEach(place -> places.add(place.path("case_id").asString()));
        assertThat(places.indexOf(second)).isLessThan(places.indexOf(first));
    }

    private String aidCase(String person, String employer) {
        return desk.done(
                        worker(person),
                        "cases",
                        Map.of(
                                "matter",
                                "LABOUR_PAY",
                                "migrant_worker",
                                true,
                                "district",
                                COUNTY,
                                "employer_uscc",
                                employer))
                .text("/id");
    }
}
