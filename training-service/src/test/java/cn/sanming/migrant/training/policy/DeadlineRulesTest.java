package cn.sanming.migrant.training.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Working days across the holidays of 2024.
class DeadlineRulesTest {

    private static final RuleTable RULES = new RuleTable(new WorkingDayDeadline(), new PublicityPeriod());

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
    @CsvSource({"2024-04-15, 3, 2024-04-18", "2024-04-17, 15, 2024-05-10", "2024-05-08, 0, 2024-05-08"})
    void countsWorkingDaysAfterTheFirst(String from, int days, String deadline) {
        var result = RULES.answer("WORKING_DAYS", "{'from': '%s', 'working_days': %d}".formatted(from, days));
        assertThat(result.path("deadline").asString()).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({
        "training.forward_wd, 2024-04-15, 2024-04-18",
        "training.exam_schedule_wd, 2024-04-17, 2024-05-10",
        "training.certificate_wd, 2024-05-08, 2024-05-28"
    })
    void readsTheDaysFromTheParameterNamed(String parameter, String from, String deadline) {
        var result = RULES.answer("WORKING_DAYS", "{'parameter': '%s', 'from': '%s'}".formatted(parameter, from));
        assertThat(result.path("deadline").asString()).isEqualTo(deadline);
    }
}
