package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final WorkingCalendar CHINA = WorkingCalendar.china();

    @ParameterizedTest
    @CsvSource({
        "2024-05-10,true", // a Friday
        "2024-05-11,true", // a Saturday to make up for Labour Day
        "2024-05-12,false", // a Sunday
        "2024-05-01,false", // Labour Day
        "2025-05-02,false", // the second day of it, by law since 2025
    })
    void knowsWorkingDaysRestDaysAndMakeUpDays(LocalDate day, boolean working) {
        assertThat(CHINA.isWorkingDay(day)).isEqualTo(working);
        assertThat(CHINA.isRestDay(day)).isEqualTo(!working);
    }

    @ParameterizedTest
    @CsvSource({"2022,249", "2023,249", "2024,251", "2025,248", "2026,248"})
    void hasAsManyWorkingDaysAYearAsTheNoticesLeave(int year, int workingDays) {
        assertThat(days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)).filter(CHINA::isWorkingDay))
                .hasSize(workingDays);
    }

    @Test
    void countsForwardAndBackToTheSameNumberFromAnyDay() {
        days(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 10, 1)).forEach(from -> {
            for (int n = 0; n <= 45; n += 5) {
                var deadline = CHINA.workingDaysAfter(from, n);
                assertThat(CHINA.workingDaysBetween(from, deadline)).isEqualTo(n);
                assertThat(n == 0 || CHINA.isWorkingDay(deadline)).isTrue();
            }
        });
    }

    @Test
    void rollsOverRestDaysOnly() {
        days(LocalDate.of(2022, 1, 5), LocalDate.of(2026, 12, 1)).forEach(day -> {
            var next = CHINA.rolled(day);
            var last = CHINA.previousWorkingDay(day);
            assertThat(CHINA.isWorkingDay(next) && CHINA.isWorkingDay(last)).isTrue();
            assertThat(days(day, next)).allMatch(CHINA::isRestDay);
            assertThat(days(last.plusDays(1), day.plusDays(1))).allMatch(CHINA::isRestDay);
            assertThat(CHINA.isWorkingDay(day)).isEqualTo(next.equals(day)).isEqualTo(last.equals(day));
        });
    }

    @ParameterizedTest
    @CsvSource({"2024-02-09,2024-02-09", "2024-02-10,2024-02-09", "2024-02-17,2024-02-09", "2024-02-18,2024-02-18"})
    void paysBeforeTheSpringFestival(LocalDate payDay, LocalDate paidOn) {
        assertThat(CHINA.previousWorkingDay(payDay)).isEqualTo(paidOn);
    }

    @Test
    void countsNoWorkingDaysUpToAnEarlierDay() {
        assertThat(CHINA.workingDaysBetween(LocalDate.of(2024, 6, 7), LocalDate.of(2024, 6, 3)))
                .isZero();
    }

    @Test
    void refusesToGuessAYearWithoutData() {
        assertThat(CHINA.years()).containsExactly(2022, 2023, 2024, 2025, 2026);
        assertThat(CHINA.workingDaysAfter(LocalDate.of(2026, 12, 30), 1)).isEqualTo("2026-12-31");
        assertThatExceptionOfType(CalendarMissing.class)
                .isThrownBy(() -> CHINA.workingDaysAfter(LocalDate.of(2026, 12, 30), 2))
                .satisfies(missing -> assertThat(missing.year()).isEqualTo(2027))
                .satisfies(missing -> assertThat(missing.code()).isEqualTo("CALENDAR_MISSING"));
        assertThatExceptionOfType(CalendarMissing.class)
                .isThrownBy(() -> CHINA.isWorkingDay(LocalDate.of(2021, 12, 31)));
        assertThatExceptionOfType(CalendarMissing.class).isThrownBy(() -> CHINA.year(2027));
    }

    @Test
    void takesAFurtherYearFromAFile() {
        var longer = CHINA.plus(WorkingCalendar.load(yaml("""
                years:
                  - { year: 2027, citation: a notice yet to come, off: [2027-01-01], work: [2027-01-02] }
                """)));
        assertThat(longer.workingDaysAfter(LocalDate.of(2026, 12, 30), 2)).isEqualTo("2027-01-02");
        assertThat(longer.year(2027).citation()).isEqualTo("a notice yet to come");
        assertThat(CHINA.years()).doesNotContain(2027);
    }

    @Test
    void refusesDataThatContradictsItself() {
        var day = LocalDate.of(2027, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarYear(2027, "", List.of(day), List.of(day)))
                .withMessageContaining("as off and as working");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarYear(2028, "", List.of(day), List.of()))
                .withMessageContaining("2027-01-01");
    }

    @Test
    void refusesADeadlineInThePast() {
        assertThatIllegalArgumentException().isThrownBy(() -> CHINA.workingDaysAfter(LocalDate.of(2024, 6, 3), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> CHINA.calendarDaysAfter(LocalDate.of(2024, 6, 3), -1));
    }

    private static Stream<LocalDate> days(LocalDate from, LocalDate until) {
        return from.datesUntil(until);
    }

    private static ByteArrayInputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
