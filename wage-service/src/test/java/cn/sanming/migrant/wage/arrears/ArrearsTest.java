package cn.sanming.migrant.wage.arrears;

import static cn.sanming.migrant.wage.Acting.codes;
import static cn.sanming.migrant.wage.Acting.lastEvent;
import static cn.sanming.migrant.wage.Acting.types;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArrearsTest {

    private static final CommandContext NIGHT = CommandContext.ofSystem(Instant.parse("2024-04-15T16:30:00Z"));

    private static final Owed OWED = unpaid("10.00", "20.00");

    private final Arrears arrears = Arrears.of(
            new Arrears.Of(
                    "pr-1",
                    "p1",
                    "91350404MA0FJM020R",
                    "91350404MA0FJM012Y",
                    YearMonth.of(2024, 3),
                    LocalDate.of(2024, 4, 15),
                    null),
            "350404",
            NIGHT);

    private static Owed unpaid(String... nets) {
        return new Owed(
                IntStream.range(0, nets.length).mapToObj(i -> "w" + i).toList(),
                Money.sum(Stream.of(nets).map(Money::of)),
                0,
                Money.ZERO);
    }

    private List<String> levels() {
        return arrears.file().outbox().pending().stream()
                .map(PendingEvent::data)
                .map(data -> data.replaceAll(".*\"level\":\"([A-Z]+)\".*", "$1"))
                .toList();
    }

    @Test
    void speaksAtEachRiseOfLevelAndIsSilentBetween() {
        arrears.found(unpaid("10.00"), 1, ArrearsLevel.YELLOW, NIGHT);
        arrears.found(unpaid("10.00"), 2, ArrearsLevel.YELLOW, NIGHT);
        arrears.found(unpaid("10.00"), 15, ArrearsLevel.ORANGE, NIGHT);
        arrears.found(unpaid("10.00"), 30, ArrearsLevel.RED, NIGHT);
        arrears.found(unpaid("10.00"), 31, ArrearsLevel.RED, NIGHT);

        assertThat(levels()).containsExactly("YELLOW", "ORANGE", "RED");
        assertThat(arrears.daysLate()).isEqualTo(31);
    }

    @Test
    void changesNothingWhenTheSameNightIsCheckedTwice() {
        arrears.found(unpaid("10.00"), 1, ArrearsLevel.YELLOW, NIGHT);

        assertThat(arrears.found(unpaid("10.00"), 1, ArrearsLevel.YELLOW, NIGHT))
                .isFalse();
        assertThat(levels()).hasSize(1);
    }

    @Test
    void speaksAgainWhenAPartPaymentChangesTheSum() {
        arrears.found(unpaid("10.00", "20.00"), 1, ArrearsLevel.YELLOW, NIGHT);
        arrears.found(unpaid("20.00"), 2, ArrearsLevel.YELLOW, NIGHT);

        assertThat(levels()).hasSize(2);
        assertThat(arrears.total()).isEqualTo(Money.of("20.00"));
        assertThat(arrears.workers()).isEqualTo(1);
    }

    @Test
    void isClearedOnce() {
        arrears.found(unpaid("10.00"), 1, ArrearsLevel.YELLOW, NIGHT);

        assertThat(arrears.clear(LocalDate.of(2024, 4, 20), NIGHT)).isTrue();
        assertThat(arrears.clear(LocalDate.of(2024, 4, 21), NIGHT)).isFalse();
        assertThat(arrears.found(unpaid("10.00"), 30, ArrearsLevel.RED, NIGHT)).isFalse();
        assertThat(arrears.clearedOn()).isEqualTo(LocalDate.of(2024, 4, 20));
    }

    @Test
    void staysSilentUnderForceMajeure() {
        arrears.excuse("flood", NIGHT);
        arrears.found(unpaid("10.00"), 30, ArrearsLevel.NONE, NIGHT);

        assertThat(types(arrears.file())).containsExactly("wage.arrears.excused");
        assertThat(arrears.total()).isEqualTo(Money.of("10.00"));
    }

    @Test
    void isExcusedOnceAndNeverWhenItIsCleared() {
        arrears.found(unpaid("10.00"), 1, ArrearsLevel.YELLOW, NIGHT);
        assertThat(codes(arrears.excuse("flood", NIGHT))).isEmpty();
        assertThat(codes(arrears.excuse("flood", NIGHT))).containsExactly("FORCE_MAJEURE_FOUND_ALREADY");
        arrears.clear(LocalDate.of(2024, 4, 20), NIGHT);
        assertThat(codes(arrears.reinstate("no flood", NIGHT))).containsExactly("ARREARS_CLEARED");
        assertThat(codes(arrears.excuse("flood", NIGHT)))
                .containsExactly("ARREARS_CLEARED", "FORCE_MAJEURE_FOUND_ALREADY");
    }

    @Test
    void speaksAgainAsSoonAsForceMajeureIsTakenBack() {
        assertThat(codes(arrears.reinstate("never was", NIGHT))).containsExactly("NO_FORCE_MAJEURE_FOUND");
        arrears.found(unpaid("10.00"), 15, ArrearsLevel.ORANGE, NIGHT);
        arrears.excuse("flood", NIGHT);
        arrears.reinstate("no flood", NIGHT);
        arrears.found(unpaid("10.00"), 15, ArrearsLevel.ORANGE, NIGHT);

        assertThat(types(arrears.file()))
                .containsExactly(
                        "wage.arrears.detected",
                        "wage.arrears.excused",
                        "wage.arrears.reinstated",
                        "wage.arrears.detected");
        assertThat(arrears.level()).isEqualTo(ArrearsLevel.ORANGE);
    }

    @Test
    void countsTheWorkerOfAnUnreadRowAndWhatIsKnownOfTheSum() {
        arrears.found(
                new Owed(List.of("w1", "w2"), Money.of("13000.00"), 1, Money.of("6850.35")),
                1,
                ArrearsLevel.YELLOW,
                NIGHT);

        assertThat(arrears.workers()).isEqualTo(3);
        assertThat(lastEvent(arrears.file()).path("total").asString()).isEqualTo("19850.35");
        assertThat(lastEvent(arrears.file()).path("workers").asInt()).isEqualTo(3);
        assertThat(lastEvent(arrears.file()).path("unread_rows").asInt()).isEqualTo(1);
    }

    @Test
    void tellsTheLandlordOnceForEachLeaseOfAVictim() {
        arrears.found(unpaid("10.00", "20.00"), 1, ArrearsLevel.YELLOW, NIGHT);

        assertThat(arrears.tenantIsBehind("le-1", "w0", OWED, NIGHT)).isTrue();
        assertThat(arrears.tenantIsBehind("le-1", "w0", OWED, NIGHT)).isFalse();
        assertThat(arrears.tenantIsBehind("le-2", "w1", OWED, NIGHT)).isTrue();
        assertThat(arrears.tenantIsBehind("le-3", "somebody else", OWED, NIGHT)).isFalse();

        assertThat(levels()).containsExactly("YELLOW", "YELLOW", "YELLOW");
        assertThat(arrears.tenantsBehind())
                .containsExactlyInAnyOrder(
                        new Arrears.TenantBehind("le-1", "w0"), new Arrears.TenantBehind("le-2", "w1"));
    }

    @Test
    void leavesTheLandlordAloneOnceTheWagesArePaid() {
        arrears.found(unpaid("10.00"), 1, ArrearsLevel.YELLOW, NIGHT);
        arrears.clear(LocalDate.of(2024, 4, 20), NIGHT);

        assertThat(arrears.tenantIsBehind("le-1", "w0", OWED, NIGHT)).isFalse();
    }
}
