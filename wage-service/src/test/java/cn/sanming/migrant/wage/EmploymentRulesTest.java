package cn.sanming.migrant.wage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.appraisal.CapabilityDeadlines;
import cn.sanming.migrant.wage.contract.DoubleWage;
import cn.sanming.migrant.wage.dispatch.DispatchRatio;
import cn.sanming.migrant.wage.heat.HeatAllowance;
import cn.sanming.migrant.wage.heat.HeatBands;
import cn.sanming.migrant.wage.heat.HeatPerson;
import cn.sanming.migrant.wage.injury.InjuryDeadlines;
import cn.sanming.migrant.wage.insurance.InsuredStart;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of measures 14 and 16 against the worked examples, and below, at and above each limit.
class EmploymentRulesTest {

    private static final RuleTable RULES = new RuleTable(
            new DoubleWage(),
            new DispatchRatio(),
            new HeatBands(),
            new HeatPerson(),
            new HeatAllowance(),
            new InjuryDeadlines(),
            new CapabilityDeadlines(),
            new InsuredStart());

    static Stream<Examples.Example> examples() {
        return Examples.rules().filter(example -> !example.measure().equals("M15"));
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
        "2024-03-01, 2024-03-31, 2024-12-31, , 0.00, false",
        "2024-03-01, 2024-04-02, 2024-12-31, 2024-04-01, 166.67, false",
        "2024-03-01, , 2024-03-31, , 0.00, false",
        "2024-03-01, , 2024-04-01, 2024-04-01, 166.67, false",
        "2023-03-01, , 2024-02-29, 2024-02-29, 55000.00, false",
        "2023-03-01, , 2024-03-01, 2024-02-29, 55000.00, true",
        "2023-03-01, 2024-03-01, 2024-05-01, 2024-02-29, 55000.00, false",
        "2023-03-01, 2024-03-02, 2024-05-01, 2024-02-29, 55000.00, true",
    })
    void countsTheDoubleWageByTheDay(
            String start, String signed, String asOf, String last, String extra, boolean deemed) {
        var result = RULES.answer(
                "CONTRACT_DOUBLE_WAGE",
                ("{'employment_start': '%s', 'contract_signed_on': %s, 'as_of': '%s'," + " 'monthly_wage': '5000.00'}")
                        .formatted(start, quoted(signed), asOf));
        assertThat(result.path("last_double_day").asString(null)).isEqualTo(last);
        assertThat(result.path("extra_wage").asString()).isEqualTo(extra);
        assertThat(result.path("open_ended_contract_deemed").asBoolean()).isEqualTo(deemed);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true, 0", "9, 1, true, 1", "18, 2, true, 2", "17, 2, false, 1", "90, 11, false, 10"})
    void allowsOneInTen(int direct, int dispatched, boolean compliant, int maximum) {
        var result = RULES.answer(
                "DISPATCH_RATIO", "{'direct_employees': %d, 'dispatched_workers': %d}".formatted(direct, dispatched));
        assertThat(result.path("compliant").asBoolean()).isEqualTo(compliant);
        assertThat(result.path("maximum_dispatched_for_this_direct_headcount").asInt())
                .isEqualTo(maximum);
    }

    @ParameterizedTest
    @CsvSource({
        "34.9, GENERAL, NONE, , , true, false",
        "34.9, CONSTRUCTION, NONE, , , true, false",
        "36.99, CONSTRUCTION, ROTATE_NO_OVERTIME, 11:00-15:00, , false, true",
        "39.9, GENERAL, MAX_6_HOURS, 12:00-15:00, 6, false, true",
        "40.0, GENERAL, STOP_OUTDOOR, 00:00-24:00, 0, false, true",
        "41.2, CONSTRUCTION, STOP_OUTDOOR, 00:00-24:00, 0, false, true",
    })
    void limitsWorkByTheForecast(
            String temperature,
            String industry,
            String band,
            String window,
            Integer hours,
            boolean overtime,
            boolean allowance) {
        var result = RULES.answer(
                "HEAT_BANDS", "{'forecast_max_temperature': '%s', 'industry': '%s'}".formatted(temperature, industry));
        assertThat(result.path("band").asString()).isEqualTo(band);
        assertThat(result.path("forbidden_outdoor_window").asString(null)).isEqualTo(window);
        assertThat(result.path("max_outdoor_hours").isNull()).isEqualTo(hours == null);
        assertThat(result.path("overtime_outdoors_allowed").asBoolean()).isEqualTo(overtime);
        assertThat(result.path("allowance_day").asBoolean()).isEqualTo(allowance);
    }

    @ParameterizedTest
    @CsvSource({"2024-04-30, false", "2024-05-01, true", "2024-09-30, true", "2024-10-01, false"})
    void paysTheAllowanceInItsSeason(String day, boolean allowance) {
        var result = RULES.answer("HEAT_BANDS", "{'forecast_max_temperature': '36', 'day': '%s'}".formatted(day));
        assertThat(result.path("allowance_day").asBoolean()).isEqualTo(allowance);
    }

    @ParameterizedTest
    @CsvSource({
        "34.9, true, , true, true",
        "35.0, false, , true, true",
        "35.0, , 17, true, false",
        "35.0, , 18, true, true",
        "33.0, true, , false, false",
        "32.9, true, , false, true",
    })
    void protectsPregnantWorkersAndMinors(
            String temperature, Boolean pregnant, Integer age, boolean outdoor, boolean allowed) {
        var result = RULES.answer(
                "HEAT_PERSON",
                "{'%s': '%s', 'pregnant': %s, 'age': %s, 'outdoor': %b}"
                        .formatted(
                                outdoor ? "forecast_max_temperature" : "room_temperature",
                                temperature,
                                pregnant,
                                age,
                                outdoor));
        assertThat(result.path("assignment_allowed").asBoolean()).isEqualTo(allowed);
    }

    @Test
    void paysTheMonthlyModeByTheMonth() {
        var result = RULES.answer("HEAT_ALLOWANCE", "{'mode': 'MONTH', 'months': 5}");
        assertThat(result.path("allowance").asString()).isEqualTo("1300.00");
        assertThatExceptionOfType(UnfitFacts.class).isThrownBy(() -> RULES.answer("HEAT_ALLOWANCE", "{'months': 5}"));
    }

    @Test
    void doesNotCountTheTimeAnInjuryCaseWasSuspended() {
        var result = RULES.answer(
                "INJURY_DEADLINES", "{'accident_on': '2024-07-22', 'accepted_on': '2024-08-28', 'suspended_days': 10}");
        assertThat(result.path("decide_by").asString()).isEqualTo("2024-11-06");
        assertThat(result.path("decide_by_if_clear").asString()).isEqualTo("2024-09-23");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-03-01, true",
        "2024-03-01, 2024-03-01, true",
        "2024-02-01, 2024-02-29, false",
        "2024-03-02, , false",
        ", , false",
    })
    void startsOnlyInsideTheInsuredDays(String from, String to, boolean allowed) {
        var result = RULES.answer(
                "PROJECT_INSURANCE",
                "{'contract_price': '1234567.89', 'start_on': '2024-03-01', 'insured_from': %s, 'insured_to': %s}"
                        .formatted(quoted(from), quoted(to)));
        assertThat(result.path("start_allowed").asBoolean()).isEqualTo(allowed);
        assertThat(result.path("premium").asString()).isEqualTo("1234.57");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }
}
