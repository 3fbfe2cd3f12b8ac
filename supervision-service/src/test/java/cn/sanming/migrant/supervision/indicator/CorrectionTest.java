package cn.sanming.migrant.supervision.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static final LocalDate MAY = LocalDate.of(2024, 5, 20);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 20);
    private static final LocalDate FROZEN = LocalDate.of(2024, 5, 31);

    private final CountedFact inMay = CountedFact.on("cases", MAY);
    private final CountedFact inJune = CountedFact.on("cases", JUNE);

    @Test
    void writesWhatIsNewAndNothingTwice() {
        assertThat(Correction.of(List.of(), List.of(inMay), null).put()).containsExactly(inMay);
        var again = Correction.of(List.of(inMay), List.of(inMay), null);
        assertThat(again.put()).isEmpty();
        assertThat(again.remove()).isEmpty();
    }

    @Test
    void movesAnItemFreelyWhileItsPeriodIsOpen() {
        var moved = Correction.of(List.of(inMay), List.of(inJune), null);
        assertThat(moved.put()).containsExactly(inJune);
        assertThat(moved.remove()).isEmpty();
    }

    @Test
    void removesWhatIsNoMore() {
        assertThat(Correction.of(List.of(inMay), List.of(), null).remove()).containsExactly("cases");
    }

    @Test
    void countsALateItemOnTheFirstOpenDayAndSaysSo() {
        var late = Correction.of(List.of(), List.of(inMay), FROZEN).put().getFirst();
        assertThat(late.on()).isEqualTo("2024-06-01");
        assertThat(late.lateFrom()).isEqualTo(MAY);
        assertThat(Correction.of(List.of(late), List.of(inMay), FROZEN).put()).isEmpty();
        assertThat(Correction.of(List.of(late), List.of(inMay), FROZEN).remove())
                .isEmpty();
    }

    @Test
    void leavesAFrozenItemAsItWas() {
        var changed = Correction.of(List.of(inMay.hit(false)), List.of(inMay.hit(true)), FROZEN);
        assertThat(changed.remove()).isEmpty();
        assertThat(changed.put())
                .singleElement()
                .satisfies(item -> assertThat(item.key()).isEqualTo("cases~1"))
                .satisfies(item -> assertThat(item.on()).isEqualTo("2024-06-01"));
        assertThat(Correction.of(List.of(inMay), List.of(), FROZEN).remove()).isEmpty();
    }

    @Test
    void changesALateItemAsLongAsItsNewPeriodIsOpen() {
        var stored = new ArrayList<>(List.of(inMay.hit(false)));
        stored.addAll(Correction.of(stored, List.of(inMay.hit(true)), FROZEN).put());
        var third = Correction.of(stored, List.of(inMay.hit(true).group("X")), FROZEN);
        assertThat(third.put()).singleElement().satisfies(item -> assertThat(item.key())
                .isEqualTo("cases~1"));
        assertThat(third.remove()).isEmpty();
    }

    @Test
    void doesNotTouchWhatLasts() {
        var lasting = CountedFact.lasting("open", MAY, JUNE);
        assertThat(Correction.of(List.of(), List.of(lasting), FROZEN).put()).containsExactly(lasting);
        assertThat(Correction.of(List.of(CountedFact.lasting("open", MAY, CountedFact.OPEN)), List.of(lasting), FROZEN)
                        .put())
                .containsExactly(lasting);
    }
}
