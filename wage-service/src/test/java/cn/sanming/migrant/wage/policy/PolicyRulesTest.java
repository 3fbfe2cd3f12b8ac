package cn.sanming.migrant.wage.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.test.Examples;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of measure 15 against the worked examples, and below, at and above each limit.
class PolicyRulesTest extends RuleSteps {

    static Stream<Examples.Example> examples() {
        return Examples.rules().filter(example -> example.measure().equals("M15"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAsTheSpecificationSays(Examples.Example example) {
        var result = RULES.answer(example.rule(), example.input());
        assertThat(Examples.differences(example.expected(), result)).isEmpty();
        assertThat(result.propertyNames())
                .containsExactlyInAnyOrderElementsOf(example.expected().propertyNames());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05, CURRENT, 20, 2024-05-20, 2024-05-20",
        "2024-02, CURRENT, 30, 2024-02-29, 2024-02-29",
        "2024-12, NEXT, 31, 2025-01-31, 2025-01-27",
        "2024-04, , 1, 2024-05-01, 2024-04-30",
        "2024-05, CURRENT, , 2024-06-15, 2024-06-14",
    })
    void namesThePayDay(String period, String month, Integer day, String nominal, String due) {
        var agreed = month == null ? "null" : "'" + month + "'";
        var result = RULES.answer(
                "PAYDAY", "{'period': '%s', 'agreed_month': %s, 'agreed_day': %s}".formatted(period, agreed, day));
        assertThat(result.path("nominal_payday").asString()).isEqualTo(nominal);
        assertThat(result.path("effective_due_date").asString()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"0", "32"})
    void refusesADayNoMonthHas(int day) {
        assertThatExceptionOfType(UnfitFacts.class)
                .isThrownBy(() -> RULES.answer("PAYDAY", "{'period': '2024-05', 'agreed_day': " + day + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-14, 0, NONE",
        "2024-04-16, 1, YELLOW",
        "2024-04-29, 14, YELLOW",
        "2024-04-30, 15, ORANGE",
        "2024-05-14, 29, ORANGE",
        "2024-05-15, 30, RED",
    })
    void raisesTheLevelWithTheDays(String asOf, int late, String level) {
        var result =
                RULES.answer("ARREARS_DETECTION", "{'nominal_payday': '2024-04-15', 'as_of': '%s'}".formatted(asOf));
        assertThat(result.path("days_late").asInt()).isEqualTo(late);
        assertThat(result.path("level").asString()).isEqualTo(level);
    }

    @Test
    void readsTheLevelsFromTheirParameter() {
        var result = RULES.answer(
                "ARREARS_DETECTION",
                "{'nominal_payday': '2024-04-15', 'as_of': '2024-04-18',"
                        + " 'parameters': {'wage.arrears.levels': 'YELLOW 1, ORANGE 2, RED 3'}}");
        assertThat(result.path("level").asString()).isEqualTo("RED");
    }

    @Test
    void forceMajeureStopsTheAlert() {
        var result = RULES.answer(
                "ARREARS_DETECTION", "{'nominal_payday': '2024-04-15', 'as_of': '2024-05-15', 'force_majeure': true}");
        assertThat(result.path("level").asString()).isEqualTo("NONE");
        assertThat(result.path("days_late").asInt()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-01, 4000000.00, 3, true, , , 1.50, 60000.00, BASE",
        "2024-07-01, 3999999.99, 3, false, , false, 1.50, 60000.00, BASE",
        "2024-07-01, 9000000.00, 2, true, , true, 2.25, 202500.00, RAISED_50_PERCENT",
        "2024-07-01, 9000000.00, 18, false, , , 2.25, 202500.00, RAISED_50_PERCENT",
        "2024-07-01, 9000000.00, 18, true, 1, , 1.50, 135000.00, BASE",
        "2024-07-01, 2000000000.00, 18, true, 2, , 0.50, 5000000.00, REDUCED_2_CLEAN_YEARS",
        "2024-06-30, 3000000.00, 18, true, , , 2.00, 60000.00, BASE",
        "2024-06-30, 2999999.99, 18, true, , , 0, 0.00, EXEMPT_SMALL_OR_SHORT",
        "2024-06-30, 3000000.00, 2, true, , , 2.00, 60000.00, BASE",
        "2024-03-01, 2800000.00, 12, true, , , 0, 0.00, EXEMPT_SMALL_OR_SHORT",
        "2024-06-30, 400000000.00, 18, true, , , 2.00, 8000000.00, BASE",
    })
    void setsTheDepositByTheRulesOfItsDay(
            String signedOn,
            String price,
            int months,
            boolean clean,
            Integer cleanYears,
            Boolean arrears,
            String rate,
            String amount,
            String basis) {
        var result = RULES.answer(
                "WAGE_DEPOSIT",
                ("{'contract_signed_on': '%s', 'contract_price': '%s', 'duration_months': %d,"
                                + " 'previous_year_clean': %b, 'clean_years': %d, 'arrears_in_last_two_years': %s}")
                        .formatted(signedOn, price, months, clean, cleanYears, arrears));
        assertThat(result.path("rate_percent").asString()).isEqualTo(rate);
        assertThat(result.path("amount").asString()).isEqualTo(amount);
        assertThat(result.path("basis").asString()).isEqualTo(basis);
    }

    @Test
    void asksAListedContractorForTwiceTheRateWhateverElseItHas() {
        var result = RULES.answer(
                "WAGE_DEPOSIT",
                "{'contract_signed_on': '2024-08-01', 'contract_price': '1000000.00', 'duration_months': 2,"
                        + " 'previous_year_clean': true, 'clean_years': 2, 'blacklisted': true}");
        assertThat(result.path("basis").asString()).isEqualTo("RAISED_100_PERCENT");
        assertThat(result.path("amount").asString()).isEqualTo("30000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "SUBCONTRACTOR, false, 0.00, , 0.00, 1000.00, 0.00, true",
        "SUBCONTRACTOR, true, 999.99, , 999.99, 0.01, 0.00, true",
        "SUBCONTRACTOR, true, 1000.00, , 1000.00, 0.00, 0.00, false",
        "SUBCONTRACTOR, true, 1000.01, , 1000.00, 0.00, 0.00, false",
        "GENERAL_CONTRACTOR, true, 400.00, , 400.00, 0.00, 600.00, false",
        "SUBCONTRACTOR, false, 0.00, GENERAL_CONTRACTOR, 0.00, 1000.00, 0.00, true",
        "SUBCONTRACTOR, false, 0.00, OWNER, 1000.00, 0.00, 0.00, true",
    })
    void saysWhoPaysFirst(
            String role,
            boolean byOwner,
            String unpaid,
            String giver,
            String owner,
            String contractor,
            String employer,
            boolean recourse) {
        var result = RULES.answer(
                "LIABILITY_ORDER",
                ("{'arrears': '1000.00', 'employer_role': '%s', 'caused_by_owner': %b,"
                                + " 'owner_unpaid_project_money': '%s', 'given_unlawfully_by': %s}")
                        .formatted(role, byOwner, unpaid, giver == null ? "null" : "'" + giver + "'"));
        assertThat(result.path("owner_advances").asString()).isEqualTo(owner);
        assertThat(result.path("general_contractor_pays_first").asString()).isEqualTo(contractor);
        assertThat(result.path("employer_pays").asString()).isEqualTo(employer);
        assertThat(result.path("recourse_against_employer").asBoolean()).isEqualTo(recourse);
    }

    @ParameterizedTest
    @CsvSource({"2027-04-14, false", "2027-04-15, false", "2027-04-16, true"})
    void keepsALedgerThroughItsLastDay(String deleteOn, boolean allowed) {
        var result =
                RULES.answer("LEDGER_RETENTION", "{'kept_from': '2024-04-15', 'delete_on': '%s'}".formatted(deleteOn));
        assertThat(result.path("deletion_allowed").asBoolean()).isEqualTo(allowed);
    }

    @Test
    void listsEveryItemAnEmptyBoardLacks() {
        var result = RULES.answer("NOTICE_BOARD", "{'items': ['WEATHER']}");
        assertThat(result.path("complete").asBoolean()).isFalse();
        assertThat(result.path("missing").size()).isEqualTo(13);
        assertThat(result.path("missing").get(0).asString()).isEqualTo("OWNER");
    }

    @Test
    void addsTheMarksOfTheEightCriteria() {
        var marks =
                "{'marks': [{'criterion': 'CONTRACTS_AND_REAL_NAME', 'points': 20}, {'criterion': 'SPECIAL_ACCOUNT', 'points': 15},"
                        + "{'criterion': 'PAYMENT_BY_GENERAL_CONTRACTOR', 'points': 15}, {'criterion': 'DEPOSIT', 'points': 10},"
                        + "{'criterion': 'NOTICE_BOARD', 'points': 10}, {'criterion': 'LABOUR_OFFICER', 'points': 10},"
                        + "{'criterion': 'LEDGER', 'points': 10}, {'criterion': 'NO_ARREARS_NO_COMPLAINT', 'points': %s}]}";
        assertThat(RULES.answer("NO_ARREARS_SCORE", marks.formatted("5"))
                        .path("may_publicise")
                        .asBoolean())
                .isTrue();
        assertThat(RULES.answer("NO_ARREARS_SCORE", marks.formatted("4.9"))
                        .path("may_publicise")
                        .asBoolean())
                .isFalse();
        assertThatExceptionOfType(UnfitFacts.class)
                .isThrownBy(() -> RULES.answer("NO_ARREARS_SCORE", marks.formatted("10.1")));
    }

    @ParameterizedTest
    @CsvSource({"350404, 1810.00", "350421, 1660.00"})
    void looksUpTheMinimumWageOfTheCounty(String district, String advance) {
        var result = RULES.answer(
                "EMERGENCY_ADVANCE", "{'arrears_of_worker': '6850.00', 'district': '%s'}".formatted(district));
        assertThat(result.path("advance").asString()).isEqualTo(advance);
    }

    @Test
    void neitherAdvancesMoreThanTheArrearsNorMoreThanAMonth() {
        assertThat(RULES.answer(
                                "EMERGENCY_ADVANCE",
                                "{'arrears_of_worker': '1810.00', 'local_minimum_wage': '1810.00'}")
                        .path("advance")
                        .asString())
                .isEqualTo("1810.00");
        assertThatExceptionOfType(UnfitFacts.class)
                .isThrownBy(() -> RULES.answer("EMERGENCY_ADVANCE", "{'arrears_of_worker': '1.00'}"));
    }
}
