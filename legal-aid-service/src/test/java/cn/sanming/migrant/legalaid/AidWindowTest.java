package cn.sanming.migrant.legalaid;

import static cn.sanming.migrant.legalaid.Desk.AID_OFFICER;
import static cn.sanming.migrant.legalaid.Desk.COUNTY;
import static cn.sanming.migrant.legalaid.Desk.JUSTICE;
import static cn.sanming.migrant.legalaid.Desk.UNION_LAWYER;
import static cn.sanming.migrant.legalaid.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// The window of the legal-aid centre: single cases, the queue, the duty roster and the smaller services.
@ServiceTest
@Import(Desk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AidWindowTest {
    private static final Map<String, Object> WAGE_CASE =
            Map.of("matter", "LABOUR_PAY", "migrant_worker", true, "district", COUNTY);
    private static final Map<String, Object> DIVORCE = Map.of(
            "matter", "DIVORCE", "migrant_worker", true, "district", COUNTY, "per_capita_monthly_income", "1500.01");

    @Autowired
    Desk desk;

    @Autowired
    Events events;

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var more = new HashMap<>(body);
        more.put(field, value);
        return more;
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
    void refusesToBeToldTheIncomeOfAnExemptWorker() {
        desk.on("2024-06-12");
        var told = with(WAGE_CASE, "per_capita_monthly_income", "20000.00");
        desk.refused(worker("P-1"), "cases", told, 400, "NOT_ASKED");
        desk.refused(worker("P-1"), "cases", with(WAGE_CASE, "migrant_worker", false), 400, "REQUIRED");
        var opened = desk.done(worker("P-1"), "cases", WAGE_CASE);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("/person_id")).isEqualTo("P-1");
        assertThat(opened.body().has("per_capita_monthly_income")).isFalse();
        desk.refused(worker("P-1"), "cases", with(WAGE_CASE, "person_id", "P-2"), 403, "ONLY_FOR_YOURSELF");
        assertThat(desk.get(worker("P-2"), "cases/" + opened.text("/id")).status())
                .isEqualTo(404);
    }

    @Test
    void showsNoQuestionAboutIncomeOnTheFormOfAWageClaim() {
        var wages = desk.get(worker("P-1"), "application-form?matter=LABOUR_PAY&migrant_worker=true")
                .body();
        assertThat(wages.path("means_test_required").asBoolean()).isFalse();
        assertThat(wages.path("fields"))
                .extracting(field -> field.asString())
                .doesNotContain("per_capita_monthly_income");
        var divorce = desk.get(worker("P-1"), "application-form?matter=DIVORCE&migrant_worker=true")
                .body();
        assertThat(divorce.path("fields")).extracting(field -> field.asString()).contains("per_capita_monthly_income");
    }

    @Test
    void decidesOnAnObjectionWithinFiveDays() {
        desk.on("2024-06-12");
        var id = desk.done(AID_OFFICER, "cases", with(DIVORCE, "person_id", "P-3"))
                .text("/id");
        desk.refused(AID_OFFICER, "cases/" + id + "/grant", Map.of(), 422, "INCOME_ABOVE_LIMIT");
        desk.done(AID_OFFICER, "cases/" + id + "/refuse", Map.of("reasons", List.of("INCOME_ABOVE_LIMIT")));
        assertThat(events.await("legalaid.application.refused", id).data().path("reasons"))
                .extracting(reason -> reason.asString())
                .containsExactly("INCOME_ABOVE_LIMIT");
        var objected = desk.on("2024-06-14").done(worker("P-3"), "cases/" + id + "/object");
        assertThat(objected.text("/objection_by")).isEqualTo("2024-06-19");
        desk.refused(JUSTICE, "cases/" + id + "/order_correction", Map.of("reason", ""), 422, "REASONS_REQUIRED");
        var corrected = desk.done(JUSTICE, "cases/" + id + "/order_correction", Map.of("reason", "家庭收入计算有误"));
        assertThat(corrected.text("/state")).isEqualTo("GRANTED");
        assertThat(corrected.text("/assign_by")).isEqualTo("2024-06-17");
    }

    @Test
    void neverRefusesOrEndsAnExemptCaseForMeans() {
        desk.on("2024-06-12");
        var id = desk.done(worker("P-4"), "cases", WAGE_CASE).text("/id");
        desk.refused(
                AID_OFFICER,
                "cases/" + id + "/refuse",
                Map.of("reasons", List.of("INCOME_ABOVE_LIMIT")),
                422,
                "MEANS_NOT_ASKED");
        desk.done(AID_OFFICER, "cases/" + id + "/grant");
        desk.refused(AID_OFFICER, "cases/" + id + "/terminate", Map.of("ground", "D"), 422, "MEANS_NOT_ASKED");
        desk.refused(AID_OFFICER, "cases/" + id + "/terminate", Map.of("ground", "I"), 400, "INVALID_CHOICE");
        assertThat(desk.done(AID_OFFICER, "cases/" + id + "/terminate", Map.of("ground", "G"))
                        .text("/state"))
                .isEqualTo("TERMINATED");
    }

    @Test
    void letsAnApplicationLapseWhoseMaterialNeverCame() {
        desk.on("2024-06-12");
        var id = desk.done(worker("P-5"), "cases", WAGE_CASE).text("/id");
        desk.done(
                AID_OFFICER,
                "cases/" + id + "/request_material",
                Map.of("missing", List.of("payslips"), "supply_by", "2024-06-20"));
        desk.on("2024-06-20").run("legal-aid-lapse", "2024-06-20");
        assertThat(desk.get(AID_OFFICER, "cases/" + id).text("/state")).isEqualTo("MATERIAL_REQUESTED");
        desk.on("2024-06-21").run("legal-aid-lapse", "2024-06-21");
        desk.run("legal-aid-lapse", "2024-06-21");
        assertThat(desk.get(AID_OFFICER, "cases/" + id).text("/state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void asksForMaterialOnceAndStartsTheClockAgain() {
        desk.on("2024-06-12");
        var id = desk.done(worker("P-6"), "cases", WAGE_CASE).text("/id");
        desk.done(
                AID_OFFICER,
                "cases/" + id + "/request_material",
                Map.of("missing", List.of("payslips"), "supply_by", "2024-06-20"));
        var supplied = desk.on("2024-06-19")
                .done(worker("P-6"), "cases/" + id + "/supply", Map.of("materials", List.of("payslips")));
        assertThat(supplied.text("/review_by")).isEqualTo("2024-06-24");
        desk.refused(
                AID_OFFICER,
                "cases/" + id + "/request_material",
                Map.of("missing", List.of("contract"), "supply_by", "2024-06-28"),
                422,
                "ONE_TIME_NOTICE");
    }

    @Test
    void givesAidInAdvanceOnlyWhenSevenDaysAreNotLeft() {
        desk.on("2024-06-23");
        var id = desk.done(worker("P-7"), "cases", with(WAGE_CASE, "limitation_last_day", "2024-06-30"))
                .text("/id");
        desk.refused(AID_OFFICER, "cases/" + id + "/provide_in_advance", Map.of(), 422, "NOT_URGENT");
        desk.on("2024-06-24").done(AID_OFFICER, "cases/" + id + "/provide_in_advance");
        assertThat(desk.done(AID_OFFICER, "cases/" + id + "/complete_formalities")
                        .text("/state"))
                .isEqualTo("GRANTED");
    }

    @Test
    void putsUrgentThenMigrantCasesFirstInTheQueue() {
        var officer = Who.officer("aid-9", "350421", "LEGAL_AID_OFFICER");
        desk.on("2024-06-11");
        var other = desk.done(
                officer,
                "cases",
                with(with(with(DIVORCE, "person_id", "P-11"), "district", "350421"), "migrant_worker", false));
        var single = desk.done(worker("P-12"), "cases", with(WAGE_CASE, "district", "350421"));
        var urgent = desk.done(
                worker("P-13"),
                "cases",
                with(with(WAGE_CASE, "district", "350421"), "limitation_last_day", "2024-06-14"));
        var queue = desk.get(officer, "queue").body().path("items");
        assertThat(queue)
                .extracting(place -> place.path("case_id").asString())
                .containsExactly(urgent.text("/id"), single.text("/id"), other.text("/id"));
        assertThat(desk.get(worker("P-12"), "queue").body().path("items"))
                .singleElement()
                .satisfies(place -> assertThat(place.path("place").asInt()).isEqualTo(2));
        assertThat(desk.get(officer, "queue?district=" + COUNTY).status()).isEqualTo(403);
    }

    @Test
    void letsOnlyTheAssignedLawyerWorkOnACase() {
        desk.on("2024-06-12");
        var id = desk.done(worker("P-8"), "cases", WAGE_CASE).text("/id");
        desk.done(AID_OFFICER, "cases/" + id + "/grant");
        desk.done(AID_OFFICER, "cases/" + id + "/assign", Map.of("lawyer_id", UNION_LAWYER.id(), "pool", "UNION"));
        var another = Who.officer("lawyer-other", null, "LAWYER");
        assertThat(desk.post(another, "cases/" + id + "/start", Map.of()).status())
                .isEqualTo(404);
        assertThat(desk.get(another, "cases/" + id).status()).isEqualTo(404);
        desk.done(UNION_LAWYER, "cases/" + id + "/start");
        desk.done(AID_OFFICER, "cases/" + id + "/reassign", Map.of("lawyer_id", "lawyer-other", "pool", "VOLUNTEER"));
        assertThat(desk.post(UNION_LAWYER, "cases/" + id + "/start", Map.of()).status())
                .isEqualTo(404);
        desk.done(another, "cases/" + id + "/start");
        desk.done(worker("P-8"), "cases/" + id + "/report_payment_demand");
        assertThat(desk.get(AID_OFFICER, "cases/" + id).text("/payment_demand_reported_on"))
                .isEqualTo("2024-06-12");
    }

    @Test
    void remindsAnotherRegionAfterTenWorkingDays() {
        desk.on("2024-06-12");
        var id = desk.done(worker("P-9"), "cases", WAGE_CASE).text("/id");
        var ask = Map.of("case_id", id, "to_region", "440305", "kind", "EVIDENCE");
        desk.refused(UNION_LAWYER, "cross-region-requests", ask, 400, "UNKNOWN_CASE");
        var asked = desk.done(AID_OFFICER, "cross-region-requests", ask);
        assertThat(asked.text("/remind_on")).isEqualTo("2024-06-26");
        desk.run("cross-region-reminders", "2024-06-26");
        assertThat(request(id).has("reminded_on")).isFalse();
        desk.run("cross-region-reminders", "2024-06-27");
        assertThat(request(id).path("reminded_on").asString()).isEqualTo("2024-06-27");
        desk.done(AID_OFFICER, "cross-region-requests/" + asked.text("/id") + "/answer");
        desk.refused(
                AID_OFFICER,
                "cross-region-requests/" + asked.text("/id") + "/answer",
                Map.of(),
                409,
                "ALREADY_ANSWERED");
    }

    private JsonNode request(String caseId) {
        return desk.get(AID_OFFICER, "cross-region-requests?case_id=" + caseId)
                .body()
                .at("/items/0");
    }
}
