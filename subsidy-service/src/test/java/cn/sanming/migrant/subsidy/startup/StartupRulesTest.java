package cn.sanming.migrant.subsidy.startup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Start-up subsidies around a year, four quarters and the caps.
class StartupRulesTest {

    private static final RuleTable RULES = new RuleTable(new StartupSubsidy(), new StartupJobsSubsidy());

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
    @CsvSource({"10000.01, 10000.00", "9999.99, 9999.99"})
    void paysAtMostTheCap(String requested, String amount) {
        var result = RULES.answer(
                "STARTUP_SUBSIDY",
                ("{'is_migrant_worker': true, 'first_business': true, 'district': '350425', 'registered_on': '2023-03-01',"
                                + " 'status': 'ACTIVE', 'abnormal_list': false, 'tax_quarters_filed_last_4': 4,"
                                + " 'requested': '%s', 'application_date': '2024-03-01'}")
                        .formatted(requested));
        assertThat(result.path("amount").asString()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 2024-03-01, true, 1000.00",
        "11, 2024-03-01, true, 0.00",
        "12, 2024-03-02, true, 0.00",
        "12, 2024-03-01, false, 0.00",
    })
    void countsHiresWithAContractAndInsurance(int contract, String insured, boolean employed, String amount) {
        var result = RULES.answer(
                "STARTUP_JOBS_SUBSIDY",
                ("{'already_granted': '0.00', 'application_date': '2024-09-01', 'hires': [{'contract_months': %d,"
                                + " 'insured_from': '%s', 'employed': %s}]}")
                        .formatted(contract, insured, employed));
        assertThat(result.path("amount").asString()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"2021-09-01, true", "2021-08-31, false"})
    void endsThreeYearsAfterRegistration(String registered, boolean eligible) {
        var result = RULES.answer(
                "STARTUP_JOBS_SUBSIDY",
                ("{'qualifying_hires': 1, 'already_granted': '0.00', 'application_date': '2024-09-01',"
                                + " 'registered_on': '%s', 'size': 'MICRO'}")
                        .formatted(registered));
        assertThat(result.path("eligible").asBoolean()).isEqualTo(eligible);
    }
}
