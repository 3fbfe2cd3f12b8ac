package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"0.004,0.00", "0.005,0.01", "0.015,0.02", "2669.745,2669.75", "2669.7449,2669.74"})
    void roundsHalfUpToTheCent(BigDecimal exact, String rounded) {
        assertThat(Money.of(exact)).hasToString(rounded);
    }

    @Test
    void isTheSameAmountHoweverItIsWritten() {
        assertThat(Stream.of(Money.of("1810"), Money.of("1810.0"), Money.of(1810), Money.of(new BigDecimal("1.81E3"))))
                .containsOnly(Money.of("1810.00"));
    }

    @Test
    void roundsEachLineBeforeItAddsThem() {
        var third = new BigDecimal("0.335");
        assertThat(Money.sum(Stream.of(Money.of(third), Money.of(third)))).hasToString("0.68");
        assertThat(Money.sum(Stream.empty())).isEqualTo(Money.ZERO);
    }

    @Test
    void multipliesByCountsAndRates() {
        assertThat(Money.of("1810.00").times(3)).hasToString("5430.00");
        assertThat(Money.of("0.05").times(new BigDecimal("0.3"))).hasToString("0.02");
    }

    @ParameterizedTest
    @CsvSource({"10.00,9.99,0.01", "10.00,10.00,0.00", "10.00,10.01,0.00"})
    void leavesNothingOnceTheCapIsReached(String cap, String granted, String left) {
        assertThat(Money.of(cap).minusOrZero(Money.of(granted))).hasToString(left);
    }

    @Test
    void refusesToFallBelowZero() {
        assertThat(Money.of(10).minus(Money.of(10)).isZero()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(10).minus(Money.of("10.01")));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1).times(-1));
    }

    @ParameterizedTest
    @CsvSource({"99.99,false,false,true", "100.00,true,false,true", "100.01,true,true,false"})
    void comparesWithALimit(String amount, boolean atLeast, boolean moreThan, boolean atMost) {
        var limit = Money.of(100);
        assertThat(Money.of(amount).atLeast(limit)).isEqualTo(atLeast);
        assertThat(Money.of(amount).moreThan(limit)).isEqualTo(moreThan);
        assertThat(Money.of(amount).atMost(limit)).isEqualTo(atMost);
    }

    @Test
    void findsTheSmallerAndTheLarger() {
        assertThat(Money.of(1).min(Money.of(2))).isEqualTo(Money.of(1));
        assertThat(Money.of(1).max(Money.of(2))).isEqualTo(Money.of(2));
        assertThat(Money.of("0.01").isPositive()).isTrue();
        assertThat(Money.ZERO.isPositive()).isFalse();
    }

    @Test
    void travelsAsAString() {
        assertThat(JSON.writeValueAsString(Money.of("2669.75"))).isEqualTo("\"2669.75\"");
        assertThat(JSON.readValue("\"2669.75\"", Money.class)).isEqualTo(Money.of("2669.75"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1810", "1810.00", "true", "{}", "\"-0.01\"", "\"0.001\"", "\"1e3\"", "\"\"", "\" 1\"", "\"+1\""
            })
    void refusesAnythingElseFromJson(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Money.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("such as \"1810.00\"");
    }
}
