package cn.sanming.migrant.community.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosureTest {

    private static Closure closure(String announcedOn) {
        return new Closure(
                LocalDate.parse("2024-06-10"), LocalDate.parse("2024-06-12"), "维修", LocalDate.parse(announcedOn));
    }

    /// An announcement counts only if it comes before the day.
    @ParameterizedTest
    @CsvSource({"2024-06-08, 0", "2024-06-09, 0", "2024-06-10, 1", "2024-06-11, 2", "2024-06-12, 3", "2024-06-20, 3"})
    void countsTheDaysThatCameBeforeTheirAnnouncement(String announcedOn, int unannounced) {
        assertThat(closure(announcedOn).unannouncedDays()).isEqualTo(unannounced);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-09, false", "2024-06-10, true", "2024-06-12, true", "2024-06-13, false"})
    void coversBothItsEnds(LocalDate day, boolean covered) {
        assertThat(closure("2024-06-01").covers(day)).isEqualTo(covered);
        assertThat(closure("2024-06-01").overlaps(day, day)).isEqualTo(covered);
    }
}
