package cn.sanming.migrant.wage.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.payroll.PayrollLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrearsTest {

    private static final CommandContext NIGHT = CommandContext.ofSystem(Instant.parse("2024-04-15T16:30:00Z"));

    private final Arrears arrears = new Arrears(
            "ar-1",
            CaseFile.opened("ar-1", ArrearsLevel.NONE, "350404", NIGHT),
            "pr-1",
            "p1",
            "91350404MA0FJM020R",
            "91350404MA0FJM012Y",
            YearMonth.of(2024, 3),
            LocalDate.of(2024, 4, 15),
            List.of(),
            Money.ZERO);

    private static List<PayrollLine> unpaid(String... nets) {
        return IntStream.range(0, nets.length)
                .mapToObj(i -> new PayrollLine(
                        "w" + i,
                        null,
                        null,
                        null,
                        null,
                        Money.of(nets[i]),
                        List.of(),
                        Money.of(nets[i]),
                        false,
                        null,
                        null,
                        null))
                .toList();
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
        assertThat(arrears.personIds()).hasSize(1);
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

        assertThat(arrears.found(unpaid("10.00"), 30, ArrearsLevel.RED, NIGHT)).isFalse();
        assertThat(levels()).isEmpty();
    }

    @Test
    void tellsTheLandlordOnceForEachLeaseOfAVictim() {
        arrears.found(unpaid("10.00", "20.00"), 1, ArrearsLevel.YELLOW, NIGHT);

        assertThat(arrears.tenantIsBehind("le-1", "w0", NIGHT)).isTrue();
        assertThat(arrears.tenantIsBehind("le-1", "w0", NIGHT)).isFalse();
        assertThat(arrears.tenantIsBehind("le-2", "w1", NIGHT)).isTrue();
        assertThat(arrears.tenantIsBehind("le-3", "somebody else", NIGHT)).isFalse();

        assertThat(levels()).containsExactly("YELLOW", "YELLOW", "YELLOW");
        assertThat(arrears.tenantsBehind())
                .containsExactlyInAnyOrder(
                        new Arrears.TenantBehind("le-1", "w0"), new Arrears.TenantBehind("le-2", "w1"));
    }

    @Test
    void leavesTheLandlordAloneOnceTheWagesArePaid() {
        arrears.found(unpaid("10.00"), 1, ArrearsLevel.YELLOW, NIGHT);
        arrears.clear(LocalDate.of(2024, 4, 20), NIGHT);

        assertThat(arrears.tenantIsBehind("le-1", "w0", NIGHT)).isFalse();
    }
}
