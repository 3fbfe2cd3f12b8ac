package cn.sanming.migrant.legalaid.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTest {

    private static final Slot DAY = Slot.of("09:00-17:00");

    @ParameterizedTest
    @CsvSource({
        "09:00-17:00, true",
        "08:00-18:00, true",
        "09:01-17:00, false",
        "09:00-16:59, false",
        "13:00-17:00;09:00-13:00, true",
        "09:00-12:59;13:00-17:00, false",
        "09:00-14:00;12:00-17:00, true",
    })
    void isCoveredWhenNoMinuteIsOpen(String slots, boolean covered) {
        assertThat(DAY.coveredBy(Stream.of(slots.split(";")).map(Slot::of).toList()))
                .isEqualTo(covered);
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Slot.of("09:00-17:00")).hasToString("09:00-17:00");
    }

    @ParameterizedTest
    @CsvSource({"17:00-09:00", "09:00", "nine to five"})
    void refusesWhatIsNoSlot(String written) {
        assertThatThrownBy(() -> Slot.of(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
