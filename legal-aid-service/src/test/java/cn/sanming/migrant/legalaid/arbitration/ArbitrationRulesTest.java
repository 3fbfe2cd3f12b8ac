package cn.sanming.migrant.legalaid.arbitration;

import static cn.sanming.migrant.legalaid.RulesOfTheHouse.evaluate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.legalaid.RulesOfTheHouse;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.CalendarMissing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArbitrationRulesTest {

    @ParameterizedTest
    @CsvSource({
        "true, LABOUR_PAY, true",
        "true, OTHER, false",
        "false, LABOUR_PAY, false",
    })
    void putsWageClaimsOfMigrantsOnTheFastTrack(boolean migrant, ClaimKind claim, boolean fast) {
        var found = evaluate("FAST_TRACK", "{\"migrant_worker\":" + migrant + ",\"claims\":[\"" + claim + "\"]}");
        assertThat(found.path("fast_track").asBoolean()).isEqualTo(fast);
    }

    @Test
    void keepsTheFastTrackWhenOtherClaimsAreJoined() {
        var found = evaluate("FAST_TRACK", """
                {"migrant_worker": true, "claims": ["CONFIRM_LABOUR_RELATION", "LABOUR_PAY"]}""");
        assertThat(found.path("fast_track").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"9, true, false", "10, true, true", "11, true, true", "10, false, false"})
    void callsTenWorkersWithACommonClaimAGroup(int workers, boolean common, boolean group) {
        var found = evaluate("GROUP_CASE", "{\"workers\":" + workers + ",\"common_claim\":" + common + "}");
        assertThat(found.path("group").asBoolean()).isEqualTo(group);
        assertThat(found.path("representatives_range").isNull()).isEqualTo(!group);
    }

    @ParameterizedTest
    @CsvSource({"21719.99, true", "21720.00, true", "21720.01, false"})
    void isFinalUpToTwelveMinimumWages(String amount, boolean isFinal) {
        var found = evaluate("FINAL_AWARD", """
                {"items": [{"kind": "DAMAGES", "amount": "%s"}], "local_minimum_wage": "1810.00"}""".formatted(amount));
        assertThat(found.path("final").asBoolean()).isEqualTo(isFinal);
        assertThat(found.propertyNames()).containsExactlyInAnyOrder("limit_per_item", "final");
    }

    @Test
    void isFinalWhateverTheAmountWhenAllIsAboutLabourStandards() {
        var found = evaluate("FINAL_AWARD", """
                {"items": [{"kind": "OTHER", "amount": "99999.00"}], "local_minimum_wage": "1660.00", "labour_standards": true}""");
        assertThat(found.path("final").asBoolean()).isTrue();
    }

    @Test
    void decidesNothingAboutAnEmptyAward() {
        assertThatThrownBy(() -> evaluate("FINAL_AWARD", "{\"items\": [], \"local_minimum_wage\": \"1810.00\"}"))
                .isInstanceOf(UnfitFacts.class);
    }

    @Test
    void countsTheDaysOfAcceptanceBeforeAnythingIsAccepted() {
        var found = evaluate("ARBITRATION_DEADLINES", "{\"submitted_on\": \"2024-06-07\"}");
        assertThat(found.path("accept_by_fast").asString()).isEqualTo("2024-06-11");
        assertThat(found.path("accept_by_statutory").asString()).isEqualTo("2024-06-17");
        assertThat(found.has("decide_by_fast")).isFalse();
    }

    @Test
    void refusesToCountInAYearWithoutACalendar() {
        assertThatThrownBy(() -> evaluate("ARBITRATION_DEADLINES", "{\"submitted_on\": \"2031-06-07\"}"))
                .isInstanceOf(CalendarMissing.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CONFIRM_LABOUR_RELATION, -, 2023-03-01, -, 2024-03-01",
                "CONFIRM_LABOUR_RELATION, 2023-03-01, -, -, 2024-03-01",
                "LABOUR_PAY, 2023-03-01, -, 2023-09-02, 2024-09-02",
                "LABOUR_PAY, 2023-03-01, -, 2023-01-02, 2024-03-01",
                "LABOUR_PAY, -, 2020-01-01, 2023-01-02, -",
            })
    void givesAYearFromTheEndTheKnowledgeOrTheRestart(
            String matter, String ended, String known, String restarted, String lastDay) {
        var found = evaluate(
                "LIMITATION",
                "{\"matter\":\"%s\",\"employment_ended_on\":%s,\"known_on\":%s,\"restarted_on\":%s}"
                        .formatted(matter, quoted(ended), quoted(known), quoted(restarted)));
        assertThat(
                        found.path("last_day").isNull()
                                ? null
                                : found.path("last_day").asString())
                .isEqualTo(lastDay);
    }

    @Test
    void cannotTellTheLimitationOfAnotherClaimWithoutADay() {
        assertThatThrownBy(() -> evaluate("LIMITATION", "{\"matter\": \"OTHER\"}"))
                .isInstanceOf(UnfitFacts.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "350404, -, 350404",
                "350481, -, 350481",
                "-, 350481, 350481",
                "350481, 350404, 350404",
                "350403, -, 350404",
                "350425, -, -",
            })
    void findsTheCompetentPlace(String worker, String employer, String competent) {
        var found = evaluate(
                "PLACE",
                "{\"worker_applied_in\":%s,\"employer_applied_in\":%s,\"district_of_work\":\"350404\",\"employer_seat\":\"350481\"}"
                        .formatted(quoted(worker), quoted(employer)));
        assertThat(
                        found.path("competent").isNull()
                                ? null
                                : found.path("competent").asString())
                .isEqualTo(competent);
    }

    @ParameterizedTest
    @CsvSource({"233999.99, 233999.99", "234000.00, 234000.00", "234000.01, 234000.00"})
    void approvesJudicialAidUpToThirtySixAverageWages(String requested, String approved) {
        var found = evaluate("JUDICIAL_AID", "{\"requested\": \"" + requested + "\"}");
        assertThat(found.path("maximum").asString()).isEqualTo("234000.00");
        assertThat(found.path("approved").asString()).isEqualTo(approved);
    }

    @Test
    void namesTheClauseOfEveryStep() {
        var decision = RulesOfTheHouse.BOOK.decide(new GroupCase(), new GroupCase.Facts(23, true));
        assertThat(decision.steps()).hasSize(2).allSatisfy(step -> assertThat(step.clause())
                .contains("第7条"));
        assertThat(decision.parameters()).extracting("id").contains("dispute.group_min");
    }

    private static String quoted(String text) {
        return text == null ? "null" : '"' + text + '"';
    }
}
