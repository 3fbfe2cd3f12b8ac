package cn.sanming.migrant.job.post;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Three years, or until retirement.
class PostLimitTest {

    private static final RuleTable RULES = new RuleTable(new PostLimit());

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
        "2024-03-01, 2029-02-28, UNTIL_RETIREMENT, 2029-02-27",
        "2024-03-01, 2029-03-01, 36_MONTHS, 2027-02-28",
        "2024-02-29, 2030-01-01, 36_MONTHS, 2027-02-27",
        "2024-08-12, 2031-08-20, 36_MONTHS, 2027-08-11",
    })
    void endsAfterThreeYearsOrTheDayBeforeRetirement(String start, String retirement, String limit, String last) {
        var result = RULES.answer(
                "POST_LIMIT", "{'first_start': '%s', 'retirement_date': '%s'}".formatted(start, retirement));
        assertThat(result.path("limit").asString()).isEqualTo(limit);
        assertThat(result.path("last_subsidised_day").asString()).isEqualTo(last);
    }
}
