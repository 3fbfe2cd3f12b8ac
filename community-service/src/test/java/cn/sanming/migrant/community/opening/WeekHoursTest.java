package cn.sanming.migrant.community.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.community.opening.WeekHours.Span;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekHoursTest {

    private static final Span MONDAY = new Span(List.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(18, 0));

    @ParameterizedTest
    @CsvSource({
        "2024-07-01T07:59, false",
        "2024-07-01T08:00, true",
        "2024-07-01T17:59, true",
        "2024-07-01T18:00, false",
        "2024-07-02T09:00, false"
    })
    void isOpenFromTheFirstMinuteUntilBeforeTheLast(LocalDateTime moment, boolean open) {
        assertThat(new WeekHours(List.of(MONDAY)).isOpenAt(moment)).isEqualTo(open);
    }

    @Test
    void readsAsOnTheDoor() {
        var hours = new WeekHours(List.of(
                MONDAY,
                new Span(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(9, 0), LocalTime.of(12, 30))));
        assertThat(hours.text()).isEqualTo("MON 08:00-18:00; SAT,SUN 09:00-12:30");
    }

    @Test
    void refusesHoursThatContradictThemselves() {
        assertThatThrownBy(() -> new Span(List.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(8, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeekHours(List.of(MONDAY, MONDAY))).isInstanceOf(IllegalArgumentException.class);
    }
}
