package cn.sanming.migrant.community.school.known;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.community.school.known.CityFact.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityFactTest {

    private static final CityFact SIGNED = new CityFact(
            "LEASE|le-1",
            null,
            Kind.LEASE,
            1,
            List.of("P-1", "C-1"),
            "350404",
            LocalDate.parse("2022-05-01"),
            LocalDate.parse("2027-05-01"),
            null);
    private static final CityFact ENDED = new CityFact(
            "LEASE|le-1", null, Kind.LEASE, 2, List.of("P-1"), null, null, LocalDate.parse("2024-01-01"), null);

    @Test
    void comesToTheSameWhateverIsToldFirstAndHoweverOften() {
        var inOrder = ENDED.after(SIGNED);
        var shuffled = SIGNED.after(ENDED);
        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(SIGNED.after(inOrder)).isEqualTo(inOrder);
        assertThat(ENDED.after(inOrder)).isEqualTo(inOrder);
        assertThat(inOrder.personIds()).containsExactly("P-1", "C-1");
        assertThat(inOrder.district()).isEqualTo("350404");
    }

    @ParameterizedTest
    @CsvSource({"2022-04-30, false", "2022-05-01, true", "2023-12-31, true", "2024-01-01, false"})
    void holdsFromItsFirstDayAndNoMoreFromItsEnd(LocalDate on, boolean holds) {
        assertThat(ENDED.after(SIGNED).holds(on)).isEqualTo(holds);
    }
}
