package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumWagesTest {

    private static final MinimumWages FUJIAN = MinimumWages.fujian();

    @ParameterizedTest
    @CsvSource({
        "350404,2015-07-01,1230.00,13.00",
        "350421,2017-06-30,1130.00,12.00",
        "350404,2017-07-01,1380.00,14.60",
        "350421,2017-07-01,1280.00,13.60",
        "350481,2019-12-31,1380.00,14.60",
        "350481,2020-01-01,1570.00,16.50",
        "350405,2022-03-31,1570.00,16.50",
        "350405,2022-04-01,1810.00,19.00",
        "350430,2022-04-01,1660.00,17.50",
        "350404,2025-03-31,1810.00,19.00",
        "350404,2025-04-01,2045.00,21.50",
        "350425,2026-08-01,1895.00,20.00",
        "350427,2016-01-01,1230.00,13.00",
    })
    void followsTheClassOfTheDivisionAndTheDay(String division, LocalDate on, String monthly, String hourly) {
        assertThat(FUJIAN.monthly(division, on)).hasToString(monthly);
        assertThat(FUJIAN.hourly(division, on)).hasToString(hourly);
    }

    @Test
    void hasNoAnswerBeforeItsFirstRow() {
        assertThatExceptionOfType(ParameterMissing.class)
                .isThrownBy(() -> FUJIAN.monthly("350404", LocalDate.of(2015, 6, 30)))
                .satisfies(missing -> assertThat(missing.code()).isEqualTo("PARAMETER_MISSING"));
    }

    @Test
    void hasNoAnswerOutsideSanming() {
        assertThatIllegalArgumentException().isThrownBy(() -> FUJIAN.hourly("350100", LocalDate.of(2024, 1, 1)));
    }

    @Test
    void saysHowSureEachRowIs() {
        assertThat(FUJIAN.all()).hasSize(5).allMatch(row -> !row.confidence().isBlank());
    }

    @Test
    void takesAnotherTableFromAFile() {
        var table = """
                minimum_wages:
                  - effective_from: 2030-01-01
                    monthly: ["3000.00", "2900.00"]
                    hourly: ["30.00", "29.00"]
                    ranks: { C: 1, D: 2 }
                    verified: true
                    confidence: V
                """;
        var wages = MinimumWages.load(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        assertThat(wages.monthly("350421", LocalDate.of(2030, 1, 1))).isEqualTo(Money.of(2900));
    }

    @Test
    void refusesARankThatTheTableDoesNotHave() {
        var amounts = List.of(Money.of(1), Money.of(2));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new MinimumWage(LocalDate.of(2030, 1, 1), amounts, amounts, Map.of("C", 3), false, "M"))
                .withMessageContaining("2030-01-01");
    }
}
