package cn.sanming.migrant.community.school;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.RuleTable;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SchoolRulesTest {

    private final RuleTable rules = new RuleTable(new SchoolAge(), new EnrolmentPoints(), new EnrolmentAllocation());

    @ParameterizedTest
    @CsvSource({
        "2018-08-30, true, 2024",
        "2018-08-31, true, 2024",
        "2018-09-01, false, 2025",
        "2018-02-28, true, 2024",
        "2020-02-29, false, 2026"
    })
    void letsAChildInFromSixFullYearsOnTheCutOffDay(LocalDate birth, boolean eligible, int first) {
        var answer = rules.answer("SCHOOL_AGE", "{'birth_date': '" + birth + "', 'school_year': 2024}");
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(answer.path("first_entry_year").asInt()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"35, 35", "36, 36", "37, 36", "0, 0"})
    void countsAtMostThirtySixMonthsOfResidence(int months, int counted) {
        assertThat(points(months, 0).path("residence").asInt()).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"59, 59", "60, 60", "61, 60"})
    void countsAtMostSixtyMonthsOfPension(int months, int counted) {
        assertThat(points(0, months).path("insurance").asInt()).isEqualTo(counted);
    }

    private JsonNode points(int residence, int pension) {
        return rules.answer(
                "ENROLMENT_POINTS",
                "{'residence_months': " + residence + ", 'pension_months': " + pension + ", 'housing': 'NONE'}");
    }

    @Test
    void givesAHundredAndFortySixPointsAtMost() {
        var most = rules.answer("ENROLMENT_POINTS", """
                {'residence_months': 400, 'pension_months': 400, 'housing': 'OWN_IN_CATCHMENT', 'skill_level': 1,
                 'honour': true}""");
        assertThat(most.path("total").asInt()).isEqualTo(146);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 12, 2022-01-01, A, B",
        "51, 12, 2022-01-01, B, A",
        "50, 13, 2022-01-01, B, A",
        "50, 12, 2021-12-31, B, A"
    })
    void breaksTiesByPensionThenResidenceThenId(
            int points, int pension, LocalDate residence, String admitted, String waiting) {
        var result = rules.answer("ENROLMENT_ALLOCATION", """
                {'applications': [
                  {'id': 'A', 'points': 50, 'pension_months': 12, 'residence_start': '2022-01-01', 'preferences': ['S1']},
                  {'id': 'B', 'points': %d, 'pension_months': %d, 'residence_start': '%s', 'preferences': ['S1']}],
                 'seats': {'S1': 1}}""".formatted(points, pension, residence))
                .path("result");
        assertThat(result.at("/" + admitted + "/state").asString()).isEqualTo("ADMITTED");
        assertThat(result.at("/" + waiting + "/state").asString()).isEqualTo("PUBLICISED");
    }
}
