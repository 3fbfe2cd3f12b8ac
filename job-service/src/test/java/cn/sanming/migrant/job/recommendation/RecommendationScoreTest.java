package cn.sanming.migrant.job.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Points of every kind, and who is not recommended at all.
class RecommendationScoreTest {

    private static final RuleTable RULES = new RuleTable(new RecommendationScore());

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

    private static final String PAIR =
            "{'today': '2024-09-02', 'seeker': {'occupation_code': '6-31-01-03', 'preferred_districts': ['350404'],"
                    + " 'expected_min_wage': '5000.00', 'skill_level': %s},"
                    + " 'vacancy': {'occupation_code': '%s', 'district': '%s', 'wage_max': '%s', 'required_level': %s%s}}";

    @ParameterizedTest
    @CsvSource({
        "4, 6-31-01-99, 350404, 5000.00, 4, 25, 25, 20, 15, true",
        "4, 6-31-99-03, 350481, 4000.00, 4, 10, 10, 16, 15, true",
        "4, 6-30-01-03, 350100, 4999.99, null, 0, 0, 19, 15, false",
        "null, 6-31-01-03, 350404, 5000.00, 5, 40, 25, 20, 0, true",
        "null, 6-31-01-03, 350404, 5000.00, null, 40, 25, 20, 15, true",
        "3, 6-31-01-03, 350404, 5000.00, 4, 40, 25, 20, 15, true",
    })
    void addsThePointsOfFourKinds(
            String level,
            String code,
            String district,
            String wage,
            String required,
            int occupation,
            int place,
            int pay,
            int skill,
            boolean recommended) {
        var result = RULES.answer("RECOMMENDATION_SCORE", PAIR.formatted(level, code, district, wage, required, ""));
        assertThat(result.path("occupation").asInt()).isEqualTo(occupation);
        assertThat(result.path("district").asInt()).isEqualTo(place);
        assertThat(result.path("wage").asInt()).isEqualTo(pay);
        assertThat(result.path("skill").asInt()).isEqualTo(skill);
        assertThat(result.path("recommended").asBoolean()).isEqualTo(recommended);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'state': 'HIDDEN'|false",
                "'openings_left': 0|false",
                "'openings_left': 1|true",
                "'expires_on': '2024-09-01'|false",
                "'expires_on': '2024-09-02'|true",
                "'employer_blacklisted': true|false",
            })
    void recommendsOnlyWhatIsOpen(String fact, boolean recommended) {
        var result = RULES.answer(
                "RECOMMENDATION_SCORE", PAIR.formatted("4", "6-31-01-03", "350404", "5000.00", "4", ", " + fact));
        assertThat(result.path("recommended").asBoolean()).isEqualTo(recommended);
    }
}
