package cn.sanming.migrant.job.unemployment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Registration and retirement, on the day, before and after it.
class UnemploymentRulesTest {

    private static final RuleTable RULES = new RuleTable(new UnemploymentRule(), new RetirementDate());

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
        "2024-05-01, 2024-05-31, true",
        "2024-05-01, 2024-06-01, false",
        "2024-05-01, 2024-05-01, true",
    })
    void forgivesAnAbsenceOfThirtyDays(String left, String back, boolean eligible) {
        var result = RULES.answer(
                "UNEMPLOYMENT_REGISTRATION",
                facts(
                        "[{'from': '2024-01-10', 'to': '%s'}, {'from': '%s', 'to': null}]".formatted(left, back),
                        "2024-07-10"));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({"2024-08-16, true", "2024-08-15, false"})
    void hasNoResidenceAfterMoreThanThirtyDaysAway(String left, boolean eligible) {
        var result = RULES.answer(
                "UNEMPLOYMENT_REGISTRATION",
                facts("[{'from': '2024-01-01', 'to': '%s'}]".formatted(left), "2024-09-15"));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(result.path("residence_start").isNull()).isEqualTo(!eligible);
    }

    @ParameterizedTest
    @CsvSource({"2024-09-14, false", "2024-09-15, true"})
    void countsExactlySixMonths(String day, boolean eligible) {
        var result = RULES.answer("UNEMPLOYMENT_REGISTRATION", facts("[{'from': '2024-03-15'}]", day));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
    }

    private static String facts(String residence, String on) {
        return "{'birth_date': '1985-03-01', 'retirement_category': 'MALE', 'employed': false, 'able': true,"
                + " 'willing': true, 'residence': " + residence + ", 'application_date': '" + on + "'}";
    }
}
