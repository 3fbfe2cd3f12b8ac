package cn.sanming.migrant.training.shortage;

import static cn.sanming.migrant.training.Acting.granted;
import static cn.sanming.migrant.training.Acting.on;
import static cn.sanming.migrant.training.Acting.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One edition and its days.
class ShortageListTest {

    private static final String CODE = "6-31-01-03";

    private static ShortageList drafted(@Nullable String from, @Nullable String to) {
        var item = new ShortageList.Item(CODE, "电工", day(from), day(to));
        return ShortageList.drafted(
                new ShortageList.Draft("目录", LocalDate.parse("2024-01-01"), List.of(item)), on("2023-12-20"));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, false", "2024-03-01, true", "2024-05-31, true", "2024-06-01, false"})
    void includesTheFirstDayOfAPeriodAndNotTheLast(String day, boolean listed) {
        assertThat(drafted("2024-03-01", "2024-06-01").names(CODE, LocalDate.parse(day)))
                .isEqualTo(listed);
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31,", "2024-01-01,", "2024-01-02, EARLIER_THAN_LAST_EDITION"})
    void isInForceNoEarlierThanTheLastEdition(String last, String reason) {
        var verdict = drafted(null, null).publish(2, LocalDate.parse(last), on("2023-12-21"));
        assertThat(String.join(",", reasons(verdict))).isEqualTo(reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-03-02,",
        "2024-03-01, 2024-03-01, EMPTY_PERIOD",
        "2024-03-02, 2024-03-01, EMPTY_PERIOD"
    })
    void hasNoPeriodWithoutADay(String from, String to, String reason) {
        var verdict = drafted(from, to).publish(1, null, on("2023-12-21"));
        assertThat(String.join(",", reasons(verdict))).isEqualTo(reason == null ? "" : reason);
    }

    @Test
    void isKnownFromItsPublicationUntilItsWithdrawal() {
        var list = drafted(null, null);
        assertThat(list.knownOn(LocalDate.parse("2023-12-31"))).isFalse();
        granted(list.publish(1, null, on("2023-12-21")));
        granted(list.withdraw(on("2024-02-01")));
        assertThat(list.knownOn(LocalDate.parse("2023-12-20"))).isFalse();
        assertThat(list.knownOn(LocalDate.parse("2023-12-21"))).isTrue();
        assertThat(list.knownOn(LocalDate.parse("2024-01-31"))).isTrue();
        assertThat(list.knownOn(LocalDate.parse("2024-02-01"))).isFalse();
    }
}
