package cn.sanming.migrant.training.course;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Attendance, person-times and their target.
class CourseRulesTest {

    private static final RuleTable RULES =
            new RuleTable(new Attendance(), new TrainingCount(), new TrainingIndicator());

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
    @CsvSource({"40, true, true", "39.9, true, false", "41, false, false"})
    void completesFromFourFifthsOfTheHours(String hours, boolean passed, boolean may) {
        var result = RULES.answer(
                "ATTENDANCE",
                "{'hours_attended': %s, 'hours_total': 50, 'assessment_passed': %s}".formatted(hours, passed));
        assertThat(result.path("may_complete").asBoolean()).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"4999, false", "5000, true", "5001, true"})
    void meetsTheTargetAtFiveThousand(int value, boolean met) {
        var result = RULES.answer("INDICATOR", "{'indicator': 'IND-05-A', 'value': %d}".formatted(value));
        assertThat(result.path("met").asBoolean()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31, PRE_JOB, COMPLETED, true, 0",
        "2024-01-01, PRE_JOB, COMPLETED, true, 1",
        "2024-12-31, ON_JOB, COMPLETED, true, 1",
        "2025-01-01, TRANSFER, COMPLETED, true, 0",
        "2024-06-01, ENTREPRENEURSHIP, COMPLETED, true, 0",
        "2024-06-01, TRANSFER, FAILED, true, 0",
        "2024-06-01, TRANSFER, COMPLETED, false, 0"
    })
    void countsCompletionsOfMigrantWorkersInTheYear(String on, String kind, String state, boolean migrant, int times) {
        var result = RULES.answer(
                "TRAINING_COUNT",
                ("{'year': 2024, 'enrolments': [{'person': 'P-1', 'class': 'C-1', 'kind': '%s', 'state': '%s',"
                                + " 'completed_on': '%s', 'migrant': %s}]}")
                        .formatted(kind, state, on, migrant));
        assertThat(result.path("person_times").asInt()).isEqualTo(times);
    }
}
