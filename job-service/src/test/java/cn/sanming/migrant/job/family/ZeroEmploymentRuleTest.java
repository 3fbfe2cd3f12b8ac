package cn.sanming.migrant.job.family;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Which household has nobody at work.
class ZeroEmploymentRuleTest {

    private static final RuleTable RULES = new RuleTable(new ZeroEmploymentRule());

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
    @CsvSource({"REGISTERED_UNEMPLOYED, true", "EMPLOYED, false", "NONE, false"})
    void asksEveryMemberWhoCouldWorkToBeRegistered(String status, boolean holds) {
        var result = RULES.answer(
                "ZERO_EMPLOYMENT_FAMILY",
                ("{'business_income': false, 'members': ["
                                + "{'working_age': true, 'able': true, 'willing': true, 'student': false, 'status': 'REGISTERED_UNEMPLOYED'},"
                                + "{'working_age': true, 'able': true, 'willing': true, 'student': true, 'status': 'NONE'},"
                                + "{'working_age': true, 'able': true, 'willing': true, 'status': '%s'}]}")
                        .formatted(status));
        assertThat(result.path("zero_employment_family").asBoolean()).isEqualTo(holds);
        assertThat(result.path("counted_members").asInt()).isEqualTo(2);
    }
}
