package cn.sanming.migrant.supervision.indicator;

import static cn.sanming.migrant.supervision.indicator.Period.Kind.ISO_YEAR;
import static cn.sanming.migrant.supervision.indicator.Period.Kind.MONTH;
import static cn.sanming.migrant.supervision.indicator.Period.Kind.QUARTER;
import static cn.sanming.migrant.supervision.indicator.Period.Kind.SCHOOL_YEAR;
import static cn.sanming.migrant.supervision.indicator.Period.Kind.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2024-02, 2024-02-01, 2024-02-29",
        "QUARTER, 2024Q3, 2024-07-01, 2024-09-30",
        "YEAR, 2024, 2024-01-01, 2024-12-31",
        "SCHOOL_YEAR, 2025, 2024-09-02, 2025-09-01",
        "ISO_YEAR, 2024, 2024-01-01, 2024-12-29",
        "ISO_YEAR, 2026, 2025-12-29, 2027-01-03",
    })
    void knowsItsFirstAndLastDay(Period.Kind kind, String label, LocalDate from, LocalDate to) {
        assertThat(Period.parse(kind, label)).hasValue(new Period(kind, label, from, to));
        assertThat(Period.containing(kind, from).label()).isEqualTo(label);
        assertThat(Period.containing(kind, to).label()).isEqualTo(label);
    }

    @Test
    void refusesALabelOfAnotherKind() {
        assertThat(Period.parse(MONTH, "2024Q3")).isEmpty();
        assertThat(Period.parse(MONTH, "2024-13")).isEmpty();
        assertThat(Period.parse(QUARTER, "2024Q5")).isEmpty();
        assertThat(Period.parse(YEAR, "2024-05")).isEmpty();
    }

    @Test
    void followsOneAfterTheOther() {
        assertThat(Period.parse(QUARTER, "2024Q4").orElseThrow().next().label()).isEqualTo("2025Q1");
        assertThat(Period.parse(MONTH, "2024-01").orElseThrow().previous().label())
                .isEqualTo("2023-12");
        assertThat(Period.parse(SCHOOL_YEAR, "2025").orElseThrow().next().from())
                .isEqualTo("2025-09-02");
    }

    @Test
    void countsTheWeeksOfAnIsoYear() {
        assertThat(Period.parse(ISO_YEAR, "2024").orElseThrow().weeks()).isEqualTo(52);
        assertThat(Period.parse(ISO_YEAR, "2026").orElseThrow().weeks()).isEqualTo(53);
    }

    @Test
    void closesTodayWhileItIsRunning() {
        var may = Period.parse(MONTH, "2024-05").orElseThrow();
        assertThat(may.closing(LocalDate.of(2024, 5, 15))).isEqualTo("2024-05-15");
        assertThat(may.closing(LocalDate.of(2024, 6, 1))).isEqualTo("2024-05-31");
        assertThat(may.closing(LocalDate.of(2024, 4, 1))).isEqualTo("2024-05-31");
    }
}
