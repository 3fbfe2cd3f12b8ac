package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class CreditCodeTest {

    private static final String GOOD = "91350404MA0FJM012Y";
    private static final String WRONG_CHECK = "91350404MA0FJM0121";
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "91350404MA0FJM012", "91350404MA0FJM012YY", "91350404MA0FJM01IY", "91350404ma0fjm012y"})
    void refusesAnyOtherForm(String raw) {
        assertThat(CreditCode.fault(raw)).contains(CreditCode.Fault.FORMAT);
    }

    @Test
    void refusesAWrongCheckCharacterUnlessAnOfficerAcceptsIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditCode.of(WRONG_CHECK))
                .withMessageContaining("CHECK_CHAR");
        assertThat(CreditCode.withManualOverride(WRONG_CHECK).manualOverride()).isTrue();
        assertThat(CreditCode.withManualOverride(GOOD).manualOverride()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.withManualOverride("91350404MA0FJM01IY"));
    }

    @Test
    void findsEveryWrongCheckCharacter() {
        "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(Character::toString)
                .map(check -> GOOD.substring(0, 17) + check)
                .forEach(code -> assertThat(CreditCode.fault(code).isEmpty()).isEqualTo(code.equals(GOOD)));
    }

    @Test
    void travelsAsAStringAndIsCheckedOnArrival() {
        assertThat(JSON.writeValueAsString(CreditCode.of(GOOD))).isEqualTo('"' + GOOD + '"');
        assertThat(JSON.readValue('"' + GOOD + '"', CreditCode.class)).isEqualTo(CreditCode.of(GOOD));
        assertThatThrownBy(() -> JSON.readValue('"' + WRONG_CHECK + '"', CreditCode.class))
                .isInstanceOf(JacksonException.class);
    }
}
