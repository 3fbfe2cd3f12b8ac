package cn.sanming.migrant.subsidy.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Appraisal subsidies by level, shortage, time and what was paid before.
class AppraisalRulesTest {

    private static final RuleTable RULES = new RuleTable(new AppraisalSubsidy(), new AppraisalFeeSubsidy());

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
        "5, false, [], 0, 700.00, ",
        "'\"SPECIAL\"', true, [], 0, 910.00, ",
        "2, true, [], 0, 2600.00, ",
        "4, false, [4], 0, 0.00, SAME_OR_HIGHER_LEVEL_ALREADY_PAID",
        "4, false, [5], 2, 1000.00, ",
        "4, false, [], 3, 0.00, THREE_PER_YEAR_REACHED",
    })
    void paysByLevelUnlessSomethingStandsAgainstIt(
            String level, boolean scarce, String paid, int times, String amount, String reason) {
        var result = RULES.answer(
                "APPRAISAL_SUBSIDY",
                ("{'certificate_issued_on': '2024-05-20', 'application_date': '2025-05-20', 'level': %s,"
                                + " 'on_shortage_list_on_issue_date': %s, 'already_subsidised_levels': %s, 'paid_this_year': %d}")
                        .formatted(level, scarce, paid, times));
        assertThat(result.path("amount").asString()).isEqualTo(amount);
        assertThat(result.path("reasons").path(0).asString(null)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"187.51, 150.00", "0.00, 0.00", "180.00, 144.00"})
    void paysFourFifthsOfTheFeeUpToTheCap(String fee, String amount) {
        var result = RULES.answer("APPRAISAL_FEE_SUBSIDY", "{'approved_fee': '%s', 'first_pass': true}".formatted(fee));
        assertThat(result.path("amount").asString()).isEqualTo(amount);
    }
}
