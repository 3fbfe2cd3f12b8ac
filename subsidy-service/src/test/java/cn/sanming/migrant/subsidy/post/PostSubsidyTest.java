package cn.sanming.migrant.subsidy.post;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The post subsidy of a month, and of a month that is not whole.
class PostSubsidyTest {

    private static final RuleTable RULES = new RuleTable(new PostSubsidy());

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
    @CsvSource({"2024-09, 30, 1810.00", "2024-09, 0, 0.00", "2024-02, 1, 62.41"})
    void isTheMinimumWageByDaysInPost(String month, int days, String amount) {
        var result = RULES.answer(
                "POST_SUBSIDY",
                "{'months': [{'month': '%s', 'district': '350404', 'days_in_post': %d}]}".formatted(month, days));
        assertThat(result.path("post_subsidy_total").asString()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"1810.00, 1811.00", "1809.99, 0.00"})
    void refusesAMonthPaidBelowTheMinimumWage(String wage, String total) {
        var result = RULES.answer(
                "POST_SUBSIDY",
                ("{'months': [{'month': '2024-09', 'local_minimum_wage': '1810.00', 'days_in_post': 30,"
                                + " 'pension_employer': '1.00', 'wage_paid': '%s'}]}")
                        .formatted(wage));
        assertThat(result.path("total").asString()).isEqualTo(total);
    }
}
