package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Policy POLICY = Policy.of(Map.of(
                    "days", "15",
                    "rate", "0.0010",
                    "cap", "200000.00",
                    "none", "null",
                    "start", "2022-01-01",
                    "festivals", "SPRING, LANTERN,QINGMING")
            .entrySet()
            .stream()
            .map(entry -> new Parameter(
                    entry.getKey(),
                    List.of("M01"),
                    entry.getValue(),
                    "",
                    "P",
                    "",
                    true,
                    LocalDate.of(2022, 1, 1),
                    null,
                    null))
            .toList());

    @Test
    void readsEachKindOfValue() {
        var figures = POLICY.on(DAY);
        assertThat(figures.integer("days")).isEqualTo(15);
        assertThat(figures.decimal("rate")).isEqualTo(new BigDecimal("0.0010"));
        assertThat(figures.money("cap")).isEqualTo(Money.of(200_000));
        assertThat(figures.moneyOrNull("cap")).isEqualTo(Money.of(200_000));
        assertThat(figures.date("start")).isEqualTo("2022-01-01");
        assertThat(figures.text("festivals")).isEqualTo("SPRING, LANTERN,QINGMING");
        assertThat(figures.list("festivals")).containsExactly("SPRING", "LANTERN", "QINGMING");
    }

    @Test
    void remembersWhatItWasAskedForInOrderAndOnce() {
        var figures = POLICY.on(DAY);
        figures.money("cap");
        figures.integer("days");
        figures.money("cap");
        figures.moneyOrNull("none");
        assertThat(figures.used()).extracting(Parameter::id).containsExactly("cap", "days", "none");
        assertThat(POLICY.on(DAY).used()).isEmpty();
    }

    @Test
    void tellsNoLimitFromAMissingParameter() {
        assertThat(POLICY.on(DAY).moneyOrNull("none")).isNull();
        assertThatExceptionOfType(ParameterMissing.class)
                .isThrownBy(() -> POLICY.on(DAY).moneyOrNull("absent"));
        assertThatExceptionOfType(ParameterMissing.class)
                .isThrownBy(() -> POLICY.on(DAY).money("none"));
    }

    @Test
    void namesTheParameterOfTheWrongKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.on(DAY).integer("start"))
                .withMessageContaining("start is not a whole number");
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.on(DAY).integer("rate"));
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.on(DAY).money("rate"));
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.on(DAY).date("days"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "0x10", "NaN", "", "1.", "9999999999999"})
    void refusesANumberThatWouldBreakTheArithmetic(String value) {
        var simulation = POLICY.with(Map.of("rate", value));
        assertThatIllegalArgumentException().isThrownBy(() -> simulation.on(DAY).decimal("rate"));
    }
}
