package cn.sanming.migrant.job.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a vacancy may offer and say, against the worked examples and around each limit.
class VacancyRulesTest {

    private static final RuleTable RULES = new RuleTable(new VacancyMinimumWage(), new VacancyContent());

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
    @CsvSource({
        "350404, MONTH, 1809.99, false",
        "350404, MONTH, 1810.00, true",
        "350421, MONTH, 1660.00, true",
        "350421, MONTH, 1659.99, false",
        "350404, HOUR, 19.00, true",
        "350404, HOUR, 18.99, false",
        "350404, PIECE, 0.10, true",
    })
    void readsTheMinimumWageOfTheCounty(String district, String unit, String wage, boolean accepted) {
        var result = RULES.answer(
                "VACANCY_MIN_WAGE",
                "{'district': '%s', 'wage_unit': '%s', 'wage_max': '%s', 'today': '2024-09-02'}"
                        .formatted(district, unit, wage));
        assertThat(result.path("accepted").asBoolean()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"RACE, DISCRIMINATORY_CONTENT", "RELIGION, DISCRIMINATORY_CONTENT", "FEE, FEE_FROM_SEEKER"})
    void namesTheErrorTheOfficerFound(String finding, String error) {
        var result = RULES.answer("VACANCY_CONTENT", "{'officer_finding': '%s'}".formatted(finding));
        assertThat(result.path("error").asString()).isEqualTo(error);
        assertThat(result.path("state_after").asString()).isEqualTo("REJECTED");
    }
}
