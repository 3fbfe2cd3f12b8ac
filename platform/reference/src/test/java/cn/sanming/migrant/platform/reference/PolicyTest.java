package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class PolicyTest {

    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final LocalDate CHANGE = LocalDate.of(2024, 7, 1);
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    @ParameterizedTest
    @CsvSource({"2022-01-01,5", "2024-06-30,5", "2024-07-01,7", "2030-01-01,7"})
    void findsTheRowOfTheBusinessDate(LocalDate on, int value) {
        var policy = Policy.of(List.of(row("a", "5", START, CHANGE, null), row("a", "7", CHANGE, null, null)));
        assertThat(policy.on(on).integer("a")).isEqualTo(value);
    }

    @Test
    void findsNothingOutsideEveryPeriod() {
        var policy = Policy.of(List.of(row("a", "5", START, CHANGE, null)));
        for (var day : List.of(START.minusDays(1), CHANGE)) {
            assertThatExceptionOfType(ParameterMissing.class)
                    .isThrownBy(() -> policy.on(day).integer("a"))
                    .satisfies(missing -> assertThat(missing.id()).isEqualTo("a"))
                    .satisfies(missing -> assertThat(missing.date()).isEqualTo(day))
                    .satisfies(missing -> assertThat(missing.code()).isEqualTo("PARAMETER_MISSING"));
        }
        assertThatExceptionOfType(ParameterMissing.class)
                .isThrownBy(() -> policy.on(DAY).text("b"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-30,350405,2", // the city before everywhere
        "2024-07-01,350405,3", // the county before the city, from its first day on
        "2024-07-01,350427,3", // by the code the county once had
        "2024-07-01,350404,2",
        "2024-07-01,350400,2",
        "2024-07-01,,2",
        "2023-12-31,350405,1",
    })
    void prefersTheCountyToTheCity(LocalDate on, @Nullable String district, int value) {
        var policy = Policy.of(List.of(
                row("a", "1", START, null, null),
                row("a", "2", LocalDate.of(2024, 1, 1), null, "350400"),
                row("a", "3", CHANGE, null, "350405")));
        assertThat(policy.on(on, district).integer("a")).isEqualTo(value);
    }

    @Test
    void refusesTwoRowsForTheSameDay() {
        var earlier = row("a", "5", START, CHANGE, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.of(List.of(row("a", "7", CHANGE.minusDays(1), null, null), earlier)))
                .withMessage("the parameter a has two rows for all districts on 2024-06-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Policy.of(List.of(row("a", "5", START, null, "350405"), row("a", "7", CHANGE, null, "350405"))))
                .withMessageContaining("350405 on 2024-07-01");
        assertThat(Policy.of(List.of(earlier, row("a", "7", START, null, "350405"), row("b", "7", START, null, null)))
                        .all())
                .hasSize(3);
    }

    @Test
    void letsADeploymentReplaceARowAndAddAnother() {
        var published = Policy.of(List.of(row("a", "5", START, null, null), row("b", "1", START, null, null)));
        var deployed = published.plus(
                Policy.of(List.of(row("a", "6", START, CHANGE, null), row("a", "7", CHANGE, null, null))));
        assertThat(deployed.on(DAY).integer("a")).isEqualTo(6);
        assertThat(deployed.on(CHANGE).integer("a")).isEqualTo(7);
        assertThat(deployed.on(CHANGE).integer("b")).isEqualTo(1);
        assertThat(published.on(CHANGE).integer("a")).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> published.plus(Policy.of(List.of(row("a", "7", CHANGE, null, null)))));
    }

    @Test
    void simulatesOtherValuesAndSaysSo() {
        var policy = Policy.of(List.of(row("a", "5", CHANGE, null, null), row("cap", "900.00", START, null, null)));
        var simulation = policy.with(Map.of("a", "9")).with(Collections.singletonMap("cap", null));
        var figures = simulation.on(DAY);
        assertThat(figures.integer("a")).isEqualTo(9);
        assertThat(figures.moneyOrNull("cap")).isNull();
        assertThat(figures.used()).extracting(Parameter::basis).containsOnly("SIMULATION");
        assertThat(figures.used()).noneMatch(Parameter::verified);
        assertThat(simulation.isSimulation()).isTrue();
        assertThat(policy.with(Map.of()).isSimulation()).isFalse();
        assertThat(policy.on(DAY).money("cap")).isEqualTo(Money.of(900));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.with(Map.of("typo", "1")))
                .withMessageContaining("typo");
    }

    @Test
    void readsItsRowsFromSeveralFiles() {
        var policy = Policy.load(yaml("""
                parameters:
                  - id: wage.case.file_wd
                    measures: [M15]
                    value: "5"
                    unit: working days
                    basis: M
                    verified: false
                    valid_from: 2022-01-01
                    citation: 关于实施《劳动保障监察条例》若干规定
                """), yaml("""
                parameters:
                  - { id: limit, measures: [M09], value: "null", unit: CNY, basis: A, citation: "",
                      valid_from: 2022-01-01, valid_to: 2023-01-01, district: "350405" }
                """));
        assertThat(policy.all())
                .containsExactly(
                        new Parameter(
                                "wage.case.file_wd",
                                List.of("M15"),
                                "5",
                                "working days",
                                "M",
                                "关于实施《劳动保障监察条例》若干规定",
                                false,
                                START,
                                null,
                                null),
                        new Parameter(
                                "limit",
                                List.of("M09"),
                                null,
                                "CNY",
                                "A",
                                "",
                                false,
                                START,
                                LocalDate.of(2023, 1, 1),
                                "350405"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valid_form: 2022-01-01 | valid_form",
                "basis: X | basis",
                "valid_from: null | valid_from",
                "valid_to: 2022-01-01 | ends before it begins",
                "district: Shaxian | six-digit",
                "citation: null | citation",
            })
    void refusesAFileWithAMistake(String mistake, String message) {
        var good = List.of(
                "id: a", "measures: [M15]", "value: 5", "unit: d", "basis: P", "citation: c", "valid_from: 2022-01-01");
        var key = mistake.substring(0, mistake.indexOf(':'));
        var fields = good.stream().filter(field -> !field.startsWith(key + ":")).toList();
        var file = "parameters:\n  - { " + String.join(", ", fields) + ", " + mistake + " }\n";
        assertThatThrownBy(() -> Policy.load(yaml(file)))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining(message);
    }

    private static Parameter row(
            String id, String value, LocalDate from, @Nullable LocalDate to, @Nullable String district) {
        return new Parameter(id, List.of("M15"), value, "days", "M", "a clause", true, from, to, district);
    }

    private static ByteArrayInputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
