package cn.sanming.migrant.subsidy.loanrule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Loans around their ceilings and ratios.
class LoanRulesTest {

    private static final RuleTable RULES =
            new RuleTable(new IndividualLoan(), new SmallEnterpriseLoan(), new EligibleGroup());

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
        "200000.00, 1, 200000.00",
        "199999.99, 1, 199999.99",
        "3000000.00, 14, 3000000.00",
        "3000000.00, 13, 2860000.00"
    })
    void lendsUpToTheCeiling(String requested, int partners, String approved) {
        var result = RULES.answer(
                "LOAN_INDIVIDUAL", "{'requested': '%s', 'eligible_partners': %d}".formatted(requested, partners));
        assertThat(result.path("approved").asString()).isEqualTo(approved);
    }

    @ParameterizedTest
    @CsvSource({"126, 10, false, 11", "100, 14, false, 15", "7, 1, false, 2", "6, 1, true, 1"})
    void asksForWholePersons(int staff, int hired, boolean eligible, int needed) {
        var result = RULES.answer(
                "LOAN_SMALL_ENTERPRISE",
                "{'existing_staff': %d, 'eligible_new_hires_this_year': %d, 'size': 'MICRO', 'requested': '3000000.01'}"
                        .formatted(staff, hired));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(result.path("required_new_hires").asInt()).isEqualTo(needed);
        assertThat(result.path("approved").asString()).isEqualTo(eligible ? "3000000.00" : "0.00");
    }

    @ParameterizedTest
    @CsvSource({"50000.01, false", "49999.99, true"})
    void forgivesSmallConsumerLoans(String loans, boolean eligible) {
        var result = RULES.answer(
                "LOAN_ELIGIBLE_GROUP",
                "{'group': 'VETERAN', 'other_consumer_loans_of_borrower_and_spouse': '%s'}".formatted(loans));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
    }
}
