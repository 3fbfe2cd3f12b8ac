package cn.sanming.migrant.job.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.employer.Employer;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionRoundTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);
    private final CollectionRound round =
            CollectionRound.opened(YearMonth.of(2024, 2), FIRST, LocalDate.of(2024, 2, 29));

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2024-02-29, 2024-02, 2024-02-29",
        "QUARTERLY, 2024-02-29, 2024-01, 2024-03-31",
        "QUARTERLY, 2024-04-01, 2024-04, 2024-06-30",
        "YEARLY, 2024-12-31, 2024-01, 2024-12-31"
    })
    void belongsToThePeriodOfItsDay(CollectionPeriod period, LocalDate day, YearMonth month, LocalDate closes) {
        assertThat(period.roundOf(day)).isEqualTo(month);
        assertThat(period.closesOn(month)).isEqualTo(closes);
    }

    @Test
    void takesAnswersThroughItsLastDay() {
        assertThat(round.openOn(FIRST.minusDays(1))).isFalse();
        assertThat(round.openOn(FIRST)).isTrue();
        assertThat(round.openOn(LocalDate.of(2024, 2, 29))).isTrue();
        assertThat(round.openOn(LocalDate.of(2024, 3, 1))).isFalse();
        assertThat(round.counted(1, 1, 1, FIRST).openOn(FIRST)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.0000", "3, 1, 0.3333", "3, 2, 0.6667", "4, 4, 1.0000"})
    void showsItsResponseRateInFourPlaces(int asked, int answered, String rate) {
        assertThat(round.counted(asked, answered, 0, null).responseRate().toPlainString())
                .isEqualTo(rate);
    }

    @Test
    void countsAVacancyOnceAndKeepsTheFirstDoor() {
        var employer = new Employer(
                "91350404MA0FJM012Y", null, null, "350404", Employer.Status.ACTIVE, Employer.Reach.WECHAT, FIRST);
        var request = CollectionRequest.asked(round, employer, FIRST)
                .published("va-1", Employer.Reach.SMS, FIRST.plusDays(1))
                .published("va-1", Employer.Reach.WEB, FIRST.plusDays(2))
                .published("va-2", Employer.Reach.WEB, FIRST.plusDays(3));
        assertThat(request.vacancies()).isEqualTo(2);
        assertThat(request.answeredBy()).isEqualTo(Employer.Reach.SMS);
        assertThat(request.answeredOn()).isEqualTo(FIRST.plusDays(1));
    }
}
