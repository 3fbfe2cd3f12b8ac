package cn.sanming.migrant.job.hardship;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.RuleTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardshipRuleTest {

    private static final RuleTable RULES = new RuleTable(new HardshipRule());

    @ParameterizedTest
    @CsvSource({
        "MALE, 1974-07-16, false",
        "MALE, 1974-07-15, true",
        "FEMALE_50, 1984-07-15, true",
        "FEMALE_55, 1984-07-16, false",
    })
    void takesTheOlderGroupFromFiftyAndForty(String category, String birth, boolean eligible) {
        var result = RULES.answer(
                "HARDSHIP_CERTIFICATION",
                ("{'category': 'OLDER', 'certified_on': '2024-07-15', 'birth_date': '%s', 'retirement_category': '%s',"
                                + " 'registered_on': '2024-07-10'}")
                        .formatted(birth, category));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({"2023-07-15, true", "2023-07-16, false"})
    void takesTheLongTermUnemployedAfterTwelveMonths(String registered, boolean eligible) {
        var result = RULES.answer(
                "HARDSHIP_CERTIFICATION",
                "{'category': 'LONG_TERM_UNEMPLOYED', 'certified_on': '2024-07-15', 'registered_on': '%s'}"
                        .formatted(registered));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({"true, true, 2025-07-15", "false, false,"})
    void isValidForAYear(boolean verified, boolean eligible, String until) {
        var result = RULES.answer(
                "HARDSHIP_CERTIFICATION",
                "{'category': 'ZERO_EMPLOYMENT_FAMILY', 'certified_on': '2024-07-15', 'family_verified': %s}"
                        .formatted(verified));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(result.path("valid_until").asString(null)).isEqualTo(until);
    }
}
