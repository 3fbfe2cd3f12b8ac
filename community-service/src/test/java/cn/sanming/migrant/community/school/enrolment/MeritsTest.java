package cn.sanming.migrant.community.school.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.community.school.EnrolmentPoints.Housing;
import cn.sanming.migrant.community.school.known.Known;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeritsTest {

    private static final LocalDate DAY = LocalDate.parse("2022-05-01");
    private static final Known ALL = new Known(DAY, true, 3, true, 48, true, true);
    private static final Known SILENT = new Known(null, false, null, false, null, false, false);

    @Test
    void asksForNothingThatTheCityHas() {
        var merits = Merits.of(Declared.NOTHING, ALL, Set.of());
        assertThat(merits.needed()).isEmpty();
        assertThat(merits)
                .isEqualTo(new Merits(DAY, 48, Housing.REGISTERED_OR_PUBLIC_RENTAL_LEASE, 3, true, merits.needed()));
    }

    @Test
    void asksForTheStatementWhileThePensionDepartmentIsSilent() {
        assertThat(Merits.of(Declared.NOTHING, SILENT, Set.of()).needed())
                .containsExactly(Paper.RESIDENCE_PERMIT, Paper.PENSION_STATEMENT);
    }

    @Test
    void countsWhatIsSaidOnlyWithItsPaper() {
        var said = new Declared(LocalDate.parse("2020-01-01"), 60, Housing.OWN_IN_CATCHMENT, 1, true);
        var without = Merits.of(said, SILENT, Set.of());
        assertThat(without.needed()).containsExactly(Paper.values());
        assertThat(without.pensionMonths()).isZero();
        assertThat(without.housing()).isEqualTo(Housing.NONE);
        var with = Merits.of(said, SILENT, Set.of(Paper.values()));
        assertThat(with.needed()).isEmpty();
        assertThat(with)
                .isEqualTo(new Merits(
                        LocalDate.parse("2020-01-01"), 60, Housing.OWN_IN_CATCHMENT, 1, true, with.needed()));
    }

    @Test
    void neverCountsLessThanTheCityKnows() {
        var said = new Declared(LocalDate.parse("2023-01-01"), 10, Housing.NONE, 5, false);
        assertThat(Merits.of(said, ALL, Set.of())).isEqualTo(Merits.of(Declared.NOTHING, ALL, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-01, 2024-05-31, 23",
        "2022-06-01, 2024-06-01, 24",
        "2022-06-01, 2024-06-02, 24",
        "2023-01-31, 2023-02-27, 0",
        "2023-01-31, 2023-02-28, 1",
        "2024-02-29, 2025-02-28, 12",
        "2024-06-02, 2024-06-01, 0"
    })
    void countsWholeMonthsAndTheCorrespondingDayAsReached(LocalDate from, LocalDate to, int months) {
        assertThat(Merits.months(from, to)).isEqualTo(months);
    }
}
