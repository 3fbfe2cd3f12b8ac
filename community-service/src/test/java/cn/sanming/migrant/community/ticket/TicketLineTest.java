package cn.sanming.migrant.community.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.RuleTable;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketLineTest {

    private static TicketLine line(@Nullable Integer capacity, int tickets) {
        return new TicketLine(
                capacity,
                IntStream.rangeClosed(1, tickets)
                        .mapToObj(number -> new Ticket("P-" + number, Instant.EPOCH, true))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"29, 29, 0, 1", "30, 30, 0, 0", "31, 30, 1, 0", "500, 30, 470, 0"})
    void hasAPlaceForThirtyAndLetsTheOthersWait(int tickets, int holders, int waiting, int left) {
        var line = line(30, tickets);
        assertThat(line.holders()).hasSize(holders);
        assertThat(line.waiting()).hasSize(waiting);
        assertThat(line.left()).isEqualTo(left);
    }

    @Test
    void countsTheWaitFromOne() {
        var line = line(2, 4);
        assertThat(line.waitingNumber("P-2")).isNull();
        assertThat(line.waitingNumber("P-3")).isEqualTo(1);
        assertThat(line.waitingNumber("P-4")).isEqualTo(2);
        assertThat(line.waitingNumber("P-5")).isNull();
        assertThat(line.hasPlace("P-5")).isFalse();
    }

    @Test
    void letsNobodyWaitWithoutACapacity() {
        var line = line(null, 500);
        assertThat(line.waiting()).isEmpty();
        assertThat(line.left()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"30, 29, 1, true", "30, 30, 1, false", "30, 31, 1, false", "30, 28, 2, true", "30, 29, 2, false"})
    void decidesOnPlacesByTheRule(int capacity, int enrolled, int asked, boolean accepted) {
        var answer = new RuleTable(new CourseCapacity())
                .answer(
                        "COURSE_CAPACITY",
                        "{'capacity': %d, 'enrolled': %d, 'new': %d}".formatted(capacity, enrolled, asked));
        assertThat(answer.path("accepted").asBoolean()).isEqualTo(accepted);
        assertThat(answer.path("waitlisted").asBoolean()).isEqualTo(!accepted);
        assertThat(List.of("CLASS_FULL", "")).contains(answer.path("error").asString());
    }

    @Test
    void hasNoLimitOnline() {
        var answer =
                new RuleTable(new CourseCapacity()).answer("COURSE_CAPACITY", "{'capacity': null, 'enrolled': 9999}");
        assertThat(answer.path("accepted").asBoolean()).isTrue();
    }
}
