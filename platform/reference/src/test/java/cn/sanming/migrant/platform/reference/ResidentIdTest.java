package cn.sanming.migrant.platform.reference;

import static cn.sanming.migrant.platform.reference.ResidentId.Fault.BIRTH_DATE;
import static cn.sanming.migrant.platform.reference.ResidentId.Fault.CHECK_DIGIT;
import static cn.sanming.migrant.platform.reference.ResidentId.Fault.FORMAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ResidentIdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final String WOMAN = "11010519491231002X";
    private static final String MAN = "350404199003070011";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "35040419900307001",
                "3504041990030700111",
                "35040419900307001Y",
                "3504041990O3070011",
                "３50404199003070011",
                " 350404199003070011"
            })
    void refusesAnyOtherForm(String raw) {
        assertThat(ResidentId.fault(raw, TODAY)).contains(FORMAT);
    }

    @ParameterizedTest
    @CsvSource({
        "350404202601010013,",
        "350404202601020019,BIRTH_DATE",
        "350404202402290024,",
        "350404202302290027,BIRTH_DATE"
    })
    void refusesABirthInTheFutureOrOnNoDay(String raw, ResidentId.Fault fault) {
        assertThat(ResidentId.fault(raw, TODAY).orElse(null)).isEqualTo(fault);
    }

    @Test
    void looksForTheBirthDateBeforeTheCheckDigit() {
        assertThat(ResidentId.fault("350404202601020010", TODAY)).contains(BIRTH_DATE);
        assertThat(ResidentId.fault("350404202601010010", TODAY)).contains(CHECK_DIGIT);
    }

    @Test
    void acceptsThePlaceOfAnAbolishedOrUnknownDivision() {
        assertThat(ResidentId.fault("440524188001010014", TODAY)).isEmpty();
    }

    @Test
    void keepsASmallXAsACapitalOne() {
        assertThat(ResidentId.of(WOMAN.toLowerCase(), TODAY)).isEqualTo(ResidentId.of(WOMAN, TODAY));
    }

    @Test
    void tellsBirthDateAndSex() {
        assertThat(ResidentId.of(MAN, TODAY).birthDate()).isEqualTo("1990-03-07");
        assertThat(ResidentId.of(MAN, TODAY).male()).isTrue();
        assertThat(ResidentId.of(WOMAN, TODAY).male()).isFalse();
    }

    @Test
    void showsItselfMasked() {
        var id = ResidentId.of(MAN, TODAY);
        assertThat(id).hasToString("350404********0011");
        assertThat(new JsonMapper().writeValueAsString(id)).isEqualTo("\"350404********0011\"");
        assertThat(id.value()).isEqualTo(MAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"35040419900307001", "350404199002300014", "350404199003070010"})
    void keepsARefusedNumberOutOfTheMessage(String raw) {
        assertThatThrownBy(() -> ResidentId.of(raw, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(raw);
        assertThatThrownBy(() -> new ResidentId(raw))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(raw);
    }
}
