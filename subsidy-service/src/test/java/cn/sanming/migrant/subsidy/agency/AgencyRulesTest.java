package cn.sanming.migrant.subsidy.agency;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Agency rewards around the cap, the clock and the window.
class AgencyRulesTest {

    private static final RuleTable RULES = new RuleTable(new AgencyReward(), new AgencyRewardPerson());

    static Stream<Examples.Example> examples() {
        return Examples.rules().filter(example -> RULES.knows(example.rule()));
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
    @CsvSource({"0, 0.00, 0.00, false", "1, 200000.00, 0.00, true", "2, 199500.00, 500.00, true"})
    void neverPassesTheCap(int persons, String before, String amount, boolean reached) {
        var result = RULES.answer(
                "AGENCY_REWARD",
                "{'eligible_persons': %d, 'already_granted_to_agency': '%s'}".formatted(persons, before));
        assertThat(result.path("amount").asString()).isEqualTo(amount);
        assertThat(result.path("cap_reached").asBoolean()).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-01, true, ",
        "2024-05-31, false, STABLE_EMPLOYMENT_TOO_SHORT",
    })
    void countsStableEmploymentToItsEnd(String end, boolean eligible, String reason) {
        var result = RULES.answer("AGENCY_REWARD_PERSON", person("2024-07-01", "'" + end + "'"));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(result.path("reasons").path(0).asString(null)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"2025-06-01, true", "2025-06-02, false"})
    void isAskedForWithinAYear(String on, boolean eligible) {
        assertThat(RULES.answer("AGENCY_REWARD_PERSON", person(on, "null"))
                        .path("eligible")
                        .asBoolean())
                .isEqualTo(eligible);
    }

    @Test
    void takesAnAgencyWithoutGrantsForNew() {
        var result = RULES.answer("AGENCY_REWARD", "{'eligible_persons': 2}");
        assertThat(result.path("amount").asString()).isEqualTo("1000.00");
        assertThat(result.path("agency_total_after").asString()).isEqualTo("1000.00");
    }

    private static String person(String on, String end) {
        return "{'agency_for_profit': true, 'licence_valid_on_start': true, 'employer_ownership': 'PRIVATE',"
                + " 'employer_district': '350405', 'contract_signed': true, 'employment_start': '2024-03-01',"
                + " 'employment_end': " + end + ", 'application_date': '" + on + "'}";
    }
}
