package cn.sanming.migrant.job.fair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Which fairs count for the twenty of a year.
class JobFairTargetTest {

    private static final RuleTable RULES = new RuleTable(new JobFairTarget());

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
    @CsvSource({"2024-01-01, 1", "2024-04-30, 1", "2024-05-01, 0", "2023-12-31, 0"})
    void countsFairsThatBeginInsideTheWindow(String day, int count) {
        var result = RULES.answer(
                "JOB_FAIR_TARGET",
                "{'year': 2024, 'fairs': [{'kind': 'SPRING_BREEZE', 'state': 'HELD', 'first_day': '%s'}]}"
                        .formatted(day));
        assertThat(result.path("count").asInt()).isEqualTo(count);
    }
}
