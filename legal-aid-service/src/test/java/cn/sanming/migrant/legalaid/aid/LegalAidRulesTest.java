package cn.sanming.migrant.legalaid.aid;

import static cn.sanming.migrant.legalaid.RulesOfTheHouse.evaluate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.platform.kernel.UnfitFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalAidRulesTest {

    @ParameterizedTest
    @CsvSource({"1499.99, true", "1500.00, true", "1500.01, false"})
    void grantsAidUpToTwiceTheSubsistenceAllowance(String income, boolean granted) {
        var found = evaluate("LEGAL_AID_REVIEW", """
                {"is_migrant_worker": true, "matter": "SOCIAL_INSURANCE", "per_capita_monthly_income": "%s"}""".formatted(income));
        assertThat(found.path("means_test_required").asBoolean()).isTrue();
        assertThat(found.path("granted").asBoolean()).isEqualTo(granted);
    }

    @Test
    void asksAMigrantWithAWageClaimNothingAboutIncome() {
        var found = evaluate("LEGAL_AID_REVIEW", "{\"is_migrant_worker\": true, \"matter\": \"LABOUR_PAY\"}");
        assertThat(found.path("granted").asBoolean()).isTrue();
        assertThat(found.has("income_limit")).isFalse();
    }

    @Test
    void needsTheIncomeWhereItIsTheMeasure() {
        assertThatThrownBy(() ->
                        evaluate("LEGAL_AID_REVIEW", "{\"is_migrant_worker\": false, \"matter\": \"LABOUR_PAY\"}"))
                .isInstanceOf(UnfitFacts.class);
    }

    @ParameterizedTest
    @CsvSource({"true, 2024-06-17, 2024-06-13", "false, 2024-06-19, 2024-06-17"})
    void looksAtMigrantsFirst(boolean migrant, String reviewBy, String assignBy) {
        var found = evaluate("LEGAL_AID_REVIEW", """
                {"is_migrant_worker": %s, "submitted_on": "2024-06-12", "granted_on": "2024-06-12"}""".formatted(migrant));
        assertThat(found.path("review_by").asString()).isEqualTo(reviewBy);
        assertThat(found.path("assign_by").asString()).isEqualTo(assignBy);
    }

    @Test
    void neverLetsThePriorityExceedTheStatutoryDay() {
        var found = evaluate("LEGAL_AID_REVIEW", """
                {"is_migrant_worker": true, "submitted_on": "2024-02-07", "granted_on": "2024-02-09"}""");
        assertThat(found.path("review_by").asString()).isEqualTo("2024-02-18");
        assertThat(found.path("assign_by").asString()).isEqualTo("2024-02-18");
    }

    @ParameterizedTest
    @CsvSource({"2024-06-23, 7, false", "2024-06-24, 6, true", "2024-06-22, 8, false"})
    void callsLessThanSevenDaysUrgent(String today, int left, boolean urgent) {
        var found = evaluate("LEGAL_AID_URGENT", """
                {"limitation_last_day": "2024-06-30", "today": "%s"}""".formatted(today));
        assertThat(found.path("days_left").asInt()).isEqualTo(left);
        assertThat(found.path("may_provide_in_advance").asBoolean()).isEqualTo(urgent);
    }

    @Test
    void isUrgentWithoutAnyLimitationWhenEnforcementCannotWait() {
        var found = evaluate("LEGAL_AID_URGENT", "{\"advance_enforcement_needed\": true}");
        assertThat(found.path("may_provide_in_advance").asBoolean()).isTrue();
        assertThat(found.path("days_left").isNull()).isTrue();
    }

    @Test
    void ordersEqualsByTheHourOfTheirApplication() {
        var found = evaluate("QUEUE", """
                {"waiting": [
                  {"id": "B", "urgent": false, "migrant": true, "group": false, "submitted_at": "2024-06-11T09:00:00+08:00"},
                  {"id": "A", "urgent": false, "migrant": true, "group": false, "submitted_at": "2024-06-11T00:30:00Z"},
                  {"id": "C", "urgent": false, "migrant": false, "group": true, "submitted_at": "2024-06-01T09:00:00+08:00"}]}""");
        assertThat(found.path("order")).extracting(node -> node.asString()).containsExactly("A", "B", "C");
    }

    @ParameterizedTest
    @CsvSource({"9, LABOUR_PAY, false", "10, LABOUR_PAY, true", "11, LABOUR_PAY, true", "30, DIVORCE, false"})
    void offersAVisitToTenWorkersWithWageClaims(int workers, String matter, boolean offered) {
        var found = evaluate("GROUP_VISIT", "{\"workers\":" + workers + ",\"matter\":\"" + matter + "\"}");
        assertThat(found.path("visit_offered").asBoolean()).isEqualTo(offered);
    }
}
