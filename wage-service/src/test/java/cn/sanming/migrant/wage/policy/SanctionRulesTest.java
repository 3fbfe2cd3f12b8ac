package cn.sanming.migrant.wage.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sanming.migrant.platform.kernel.UnfitFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules of what follows from unpaid wages, below, at and above each limit.
class SanctionRulesTest extends RuleSteps {

    @ParameterizedTest
    @CsvSource({
        "1, 2, 10000.00, false, false",
        "1, 3, 9999.99, false, false",
        "1, 3, 10000.00, true, false",
        "0, 3, 10000.00, false, false",
        "9, 1, 6000.00, false, false",
        "10, 1, 5000.00, false, true",
        "10, 3, 10000.00, true, true",
    })
    void drawsTheLineToCrime(int count, int months, String each, boolean single, boolean group) {
        var result = RULES.answer(
                "CRIME_THRESHOLD",
                "{'workers': [{'count': %d, 'months': %d, 'amount_each': '%s'}]}".formatted(count, months, each));
        assertThat(result.path("by_single_worker").asBoolean()).isEqualTo(single);
        assertThat(result.path("by_group").asBoolean()).isEqualTo(group);
        assertThat(result.path("threshold_met").asBoolean()).isEqualTo(single || group);
    }

    @Test
    void addsWorkersOfDifferentClaimsToOneGroup() {
        var result = RULES.answer(
                "CRIME_THRESHOLD",
                "{'workers': [{'count': 6, 'months': 1, 'amount_each': '5000.00'},"
                        + " {'count': 4, 'months': 2, 'amount_each': '5000.00'}]}");
        assertThat(result.path("by_group").asBoolean()).isTrue();
    }

    @Test
    void leavesOutTheDatesOfAListingThatHasNotHappened() {
        var result =
                RULES.answer("BLACKLIST_DATES", "{'order_due_on': '2024-06-06', 'notice_served_on': '2024-06-14'}");
        assertThat(result.propertyNames())
                .containsExactlyInAnyOrder("objection_until", "decide_by", "decide_by_if_extended");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, true, false, false, false",
        "2025-02-01, true, false, false, true",
        "2025-02-02, true, false, false, true",
        "2025-02-05, false, false, false, false",
        "2025-02-05, true, true, false, false",
        "2025-02-05, true, false, true, false",
    })
    void admitsAnEarlyRemovalOnlyWhenAllHolds(
            String requestOn, boolean commitment, boolean arrears, boolean crime, boolean admissible) {
        var result = RULES.answer(
                "EARLY_REMOVAL",
                ("{'listed_on': '2024-06-24', 'corrected_on': '2024-08-01', 'commitment': %b, 'request_on': '%s',"
                                + " 'new_arrears_while_listed': %b, 'criminal_proceedings': %b}")
                        .formatted(commitment, requestOn, arrears, crime));
        assertThat(result.path("admissible").asBoolean()).isEqualTo(admissible);
    }

    @Test
    void countsTheMonthsOfEarlyRemovalFromTheListingWhenThePaymentCameFirst() {
        var result = RULES.answer(
                "EARLY_REMOVAL",
                "{'listed_on': '2024-06-24', 'corrected_on': '2024-06-20', 'commitment': true, 'request_on':"
                        + " '2024-12-24', 'new_arrears_while_listed': false, 'criminal_proceedings': false}");
        assertThat(result.path("early_removal_from").asString()).isEqualTo("2024-12-24");
        assertThat(result.path("admissible").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.49, false, 0.00", "0.50, true, 50.01", "0.75, true, 75.01", "1.00, true, 100.01", "1.01, false, 0.00"
    })
    void takesDamagesFromHalfToAll(String rate, boolean accepted, String damages) {
        var result = RULES.answer("DAMAGES", "{'amount_due': '100.01', 'rate': '%s'}".formatted(rate));
        assertThat(result.path("accepted").asBoolean()).isEqualTo(accepted);
        assertThat(result.path("damages").asString()).isEqualTo(damages);
    }

    @ParameterizedTest
    @CsvSource({
        "54, UNIT, false, 19999.99, false",
        "54, UNIT, false, 20000.00, true",
        "54, UNIT, false, 50000.00, true",
        "54, UNIT, false, 50000.01, false",
        "54, RESPONSIBLE_PERSON, false, 9999.99, false",
        "54, RESPONSIBLE_PERSON, false, 10000.00, true",
        "54, RESPONSIBLE_PERSON, false, 30000.01, false",
        "56, UNIT, false, 100000.01, false",
        "57, UNIT, true, 60000.00, false",
    })
    void finesWithinTheLawAndOnlyAfterAnOrder(
            String article, String fined, boolean corrected, String fine, boolean accepted) {
        var result = RULES.answer(
                "PENALTY_RANGE",
                "{'article': '%s', 'fined': '%s', 'corrected_in_time': %b, 'fine': '%s'}"
                        .formatted(article, fined, corrected, fine));
        assertThat(result.path("accepted").asBoolean()).isEqualTo(accepted);
    }

    @Test
    void knowsNoFineOfAnotherArticle() {
        assertThatExceptionOfType(UnfitFacts.class)
                .isThrownBy(() ->
                        RULES.answer("PENALTY_RANGE", "{'article': '53', 'corrected_in_time': false, 'fine': '1.00'}"));
    }

    @Test
    void leavesVacanciesAloneThatWereNotHidden() {
        var result = RULES.answer(
                "BLACKLIST_EFFECT",
                "{'event': 'wage.blacklist.removed', 'today': '2024-07-20',"
                        + " 'vacancies': [{'id': 'V-1', 'state': 'DRAFT'}, {'id': 'V-2', 'state': 'HIDDEN',"
                        + " 'expires_on': '2024-07-21'}]}");
        assertThat(result.path("V-1").asString()).isEqualTo("DRAFT");
        assertThat(result.path("V-2").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void saysWhatAListingDoesInEveryDepartmentAndWhatItsEndUndoes() {
        var listed = RULES.answer("BLACKLIST_EFFECT", "{'event': 'wage.blacklist.listed'}")
                .path("effects");
        assertThat(listed.path("vacancies").asString()).isEqualTo("HIDDEN");
        assertThat(listed.path("employer_side_subsidy_applications").asString()).isEqualTo("SUSPENDED");
        assertThat(listed.path("workers_own_appraisal_grants").asString()).isEqualTo("UNTOUCHED");
        assertThat(listed.path("deposit_rate_of_new_projects").asString()).isEqualTo("RAISED_BY_100_PERCENT");
        assertThat(listed.path("no_arrears_projects").asString()).isEqualTo("REVOKED");
        assertThat(listed.path("honours_of_responsible_persons").asString()).isEqualTo("REFUSED");

        var removed = RULES.answer("BLACKLIST_EFFECT", "{'event': 'wage.blacklist.removed'}")
                .path("effects");
        assertThat(removed.path("employer_side_subsidy_applications").asString())
                .isEqualTo("ACCEPTED_AND_REVIEWED_AGAIN");
    }
}
