package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-31,1,2024-02-29",
        "2023-01-31,1,2023-02-28",
        "2024-03-31,-1,2024-02-29",
        "2024-08-31,6,2025-02-28"
    })
    void fallsBackToTheLastDayOfAShorterMonth(LocalDate from, int months, LocalDate expected) {
        assertThat(Dates.addMonths(from, months)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29,1,2025-02-28",
        "2023-02-28,1,2024-02-28",
        "2020-02-29,3,2023-02-28",
        "2020-02-29,4,2024-02-29"
    })
    void countsYearsOverLeapDays(LocalDate from, int years, LocalDate expected) {
        assertThat(Dates.addYears(from, years)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024-07-30,false", "2024-07-31,true", "2024-08-01,true"})
    void reachesSixMonthsOnTheCorrespondingDay(LocalDate on, boolean reached) {
        assertThat(Dates.reached(LocalDate.of(2024, 1, 31), 6, on)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "1990-03-07,2006-03-06,15",
        "1990-03-07,2006-03-07,16",
        "1990-03-07,2006-03-08,16",
        "2004-02-29,2005-02-27,0",
        "2004-02-29,2005-02-28,1",
        "2004-02-29,2008-02-28,3",
        "2004-02-29,2008-02-29,4",
        "2004-02-29,2004-02-29,0",
    })
    void countsWholeYearsOfAge(LocalDate birth, LocalDate on, int age) {
        assertThat(Dates.age(birth, on)).isEqualTo(age);
    }

    @Test
    void knowsTheLastDayOfAMonth() {
        assertThat(Dates.lastDayOf(YearMonth.of(2024, 2))).isEqualTo("2024-02-29");
    }
}
