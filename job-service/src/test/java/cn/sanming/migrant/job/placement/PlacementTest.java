package cn.sanming.migrant.job.placement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

    private static final CommandContext DAY = CommandContext.ofSystem(Instant.parse("2024-03-01T01:00:00Z"));

    private static Placement placement(LocalDate startOn) {
        var facts = new Placement.Facts(
                "P-1",
                "91350404MA0FJM012Y",
                "350404",
                startOn,
                Placement.Source.AGENCY,
                "91350100M000100Y43",
                null,
                null,
                4);
        return Placement.confirmed(facts, DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 3, 2024-05-31, false",
        "2024-03-01, 3, 2024-06-01, true",
        "2024-08-31, 6, 2025-02-27, false",
        "2024-08-31, 6, 2025-02-28, true",
        "2024-02-29, 12, 2025-02-28, true"
    })
    void hasLastedWhenTheCorrespondingDayIsReached(LocalDate start, int months, LocalDate on, boolean lasted) {
        assertThat(placement(start).lasted(months, on)).isEqualTo(lasted);
    }

    @Test
    void endsOnceAndStopsLastingWithItsEnd() {
        var placement = placement(LocalDate.of(2024, 3, 1));
        assertThat(placement.end(LocalDate.of(2024, 5, 31), "RESIGNED", DAY)).isTrue();
        assertThat(placement.end(LocalDate.of(2024, 6, 30), "RESIGNED", DAY)).isFalse();
        assertThat(placement.lasted(3, LocalDate.of(2025, 1, 1))).isFalse();
        assertThat(placement.file().outbox().pending()).hasSize(2);
    }

    @Test
    void isOnePlacementWhoeverReportsIt() {
        var on = LocalDate.of(2024, 3, 1);
        assertThat(placement(on).id()).isEqualTo(placement(on).id());
        assertThat(placement(on).id()).isNotEqualTo(placement(on.plusDays(1)).id());
    }
}
