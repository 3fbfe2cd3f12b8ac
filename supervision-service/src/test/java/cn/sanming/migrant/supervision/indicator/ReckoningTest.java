package cn.sanming.migrant.supervision.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReckoningTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 20);

    private static Reckoning of(String indicator, Stream<CountedFact> items) {
        return new Reckoning(Abacus.definition(indicator), items.map(Row::of).toList(), 0, null);
    }

    private static String median(long... samples) {
        return of("IND-19-B", LongStream.of(samples).mapToObj(value -> CountedFact.on("payments", DAY)
                        .sample(value)))
                .value(true)
                .map(value ->
                        value.rounded(IndicatorDefinition.Unit.WORKING_DAYS).toPlainString())
                .orElse("none");
    }

    @Test
    void takesTheMiddleOfTheValues() {
        assertThat(median()).isEqualTo("none");
        assertThat(median(23)).isEqualTo("23");
        assertThat(median(40, 1, 23)).isEqualTo("23");
        assertThat(median(23, 24)).isEqualTo("23.5");
        assertThat(median(5, 5, 5, 99)).isEqualTo("5");
    }

    @Test
    void takesTheSmallestValueThatNinetyFiveOfAHundredDoNotExceed() {
        var hundred = of("IND-01-C", LongStream.rangeClosed(1, 100).mapToObj(value -> CountedFact.on("pushes", DAY)
                .sample(value)));
        assertThat(hundred.value(true)).hasValue(Quotient.of(95, 1));
        var twenty = of("IND-01-C", LongStream.rangeClosed(1, 20).mapToObj(value -> CountedFact.on("pushes", DAY)
                .sample(value)));
        assertThat(twenty.value(true)).hasValue(Quotient.of(19, 1));
    }

    @Test
    void givesTheCityTheValueOfItsLowestCounty() {
        var festivals = Abacus.definition("IND-11-A");
        var rows = Stream.of("350404", "350405")
                .flatMap(code -> Stream.of("SPRING", "LANTERN")
                        .map(name -> new Row("festivals", name, code, name, null, 1, 1, 0, 0, 0)))
                .toList();
        var reckoning = new Reckoning(festivals, rows, 0, null);
        assertThat(reckoning.value(true)).hasValue(Quotient.of(0, 1));
        assertThat(reckoning.perCounty().get("350404")).hasValue(Quotient.of(2, 1));
        assertThat(reckoning.perCounty()).hasSize(11);
    }

    @Test
    void judgesByTheLowestOfTheThreeHundreds() {
        var rows = List.of(
                new Row("activities", "SANBAI_1", "350404", null, null, 120, 120, 0, 0, 0),
                new Row("activities", "SANBAI_2", "350404", null, null, 100, 100, 0, 0, 0),
                new Row("activities", "SQUARE", "350404", null, null, 7, 7, 0, 0, 0));
        assertThat(new Reckoning(Abacus.definition("IND-11-B"), rows, 0, null).value(true))
                .hasValue(Quotient.of(0, 1));
    }

    @Test
    void measuresByAPlanWhereThereIsOne() {
        var missed = List.of(new Row("missed", null, "350404", null, null, 5, 5, 0, 0, 0));
        var definition = Abacus.definition("IND-10-C");
        assertThat(new Reckoning(definition, missed, 0, BigDecimal.valueOf(20)).value(true))
                .hasValueSatisfying(value -> assertThat(value.rounded(IndicatorDefinition.Unit.RATIO))
                        .isEqualByComparingTo("0.75"));
        assertThat(new Reckoning(definition, missed, 0, null).value(true)).hasValue(Quotient.of(5, 1));
    }

    @Test
    void countsEachWeekOnceForTheWeeklyShow() {
        var city = new Abacus();
        for (var day : List.of("2024-01-01", "2024-01-07", "2024-01-08", "2024-12-29", "2024-12-30")) {
            city.heard(day, "community.activity.held", "A" + day, "350404", "category", "WEEKLY_SHOW", "held_on", day);
        }
        assertThat(city.reckon("IND-12-B", "2024", null, 52, null).value(true)).hasValue(Quotient.of(3, 52));
    }

    @Test
    void findsTheLargestSumOfAnAgencyOverTheYears() {
        var city = new Abacus();
        city.heard(
                "2023-05-01",
                "subsidy.application.paid",
                "S1",
                "350404",
                "kind",
                "AGENCY_REWARD",
                "applicant_id",
                "A",
                "amount",
                "150000.00",
                "paid_on",
                "2023-05-01");
        city.heard(
                "2024-05-01",
                "subsidy.application.paid",
                "S2",
                "350404",
                "kind",
                "AGENCY_REWARD",
                "applicant_id",
                "A",
                "amount",
                "50000.00",
                "paid_on",
                "2024-05-01");
        city.heard(
                "2024-05-01",
                "subsidy.application.paid",
                "S3",
                "350404",
                "kind",
                "AGENCY_REWARD",
                "applicant_id",
                "B",
                "amount",
                "500.00",
                "paid_on",
                "2024-05-01");
        assertThat(city.shown("IND-03-B", "2024")).isEqualTo("200000.00");
        assertThat(city.shown("IND-03-B", "2023")).isEqualTo("150000.00");
        assertThat(city.breakdown("IND-03-B", "2024").get("paid")).containsEntry("persons", 101L);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 5000, 5000, true",
        "AT_LEAST, 4999, 5000, false",
        "AT_MOST, 35, 35, true",
        "AT_MOST, 35.5, 35, false",
        "EXACTLY, 0, 0, true",
        "EXACTLY, 1, 0, false",
        "RISING, 0.5, 0.5, false",
        "RISING, 0.6, 0.5, true",
    })
    void includesTheNumberItself(IndicatorDefinition.Is is, BigDecimal value, BigDecimal target, boolean met) {
        assertThat(Targets.met(is, Quotient.of(value), Quotient.of(target))).isEqualTo(met);
    }

    @Test
    void comparesRatiosWithoutRounding() {
        assertThat(Targets.met(
                        IndicatorDefinition.Is.AT_LEAST,
                        Quotient.of(94999, 100000),
                        Quotient.of(new BigDecimal("0.95"))))
                .isFalse();
        assertThat(Quotient.of(94999, 100000).rounded(IndicatorDefinition.Unit.RATIO))
                .isEqualByComparingTo("0.9500");
    }
}
