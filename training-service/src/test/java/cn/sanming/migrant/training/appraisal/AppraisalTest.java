package cn.sanming.migrant.training.appraisal;

import static cn.sanming.migrant.training.Acting.events;
import static cn.sanming.migrant.training.Acting.granted;
import static cn.sanming.migrant.training.Acting.on;
import static cn.sanming.migrant.training.Acting.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An appraisal at home and away, and its time limits.
class AppraisalTest {

    private static final LocalDate LIMIT = LocalDate.parse("2024-05-10");

    static Appraisal submitted(String region) {
        var request = new AppraisalRequest(
                "P-0301", "350404", "6-31-01-03", 4, region, "91350404MA0FJM020R", Money.of("180.00"), true);
        return Appraisal.submitted(request, 0, LocalDate.parse("2024-04-18"), on("2024-04-15"));
    }

    @ParameterizedTest
    @CsvSource({"350404, false", "350481, false", "350402, false", "350500, true", "440300, true", "110105, true"})
    void goesToAnAgencyElsewhereForThoseWhoWorkOutsideTheCity(String region, boolean away) {
        var appraisal = submitted(region);
        assertThat(reasons(appraisal.accept(LIMIT)).isEmpty()).isEqualTo(!away);
        assertThat(reasons(appraisal.forward("91350100M000100Y43", null, on("2024-04-16")))
                        .isEmpty())
                .isEqualTo(away);
        assertThat(events(appraisal)).hasSize(away ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-16, EXAM_IN_THE_PAST",
        "2024-04-17,",
        "2024-05-09,",
        "2024-05-10,",
        "2024-05-11, EXAM_AFTER_TIME_LIMIT"
    })
    void isExaminedWithinTheTimeLimit(String day, String reason) {
        var appraisal = submitted("350404");
        granted(appraisal.accept(LIMIT));
        var verdict = appraisal.schedule(LocalDate.parse(day), null, null, on("2024-04-17"));
        assertThat(String.join(",", reasons(verdict))).isEqualTo(reason == null ? "" : reason);
    }

    @Test
    void isExaminedLaterOnlyForAReasonThatStaysInTheFile() {
        var appraisal = submitted("350404");
        granted(appraisal.accept(LIMIT));
        granted(appraisal.schedule(LIMIT.plusDays(1), Money.of("200.00"), "全省统一考试日", on("2024-04-17")));
        assertThat(appraisal.lateReason()).isEqualTo("全省统一考试日");
        assertThat(appraisal.fee()).isEqualTo(Money.of("200.00"));
    }

    @ParameterizedTest
    @CsvSource({"2024-05-07, EXAM_DAY_NOT_REACHED", "2024-05-08,", "2024-05-09,"})
    void hasAResultFromTheDayOfTheExaminationOn(String day, String reason) {
        var appraisal = submitted("350404");
        granted(appraisal.accept(LIMIT));
        granted(appraisal.schedule(LocalDate.parse("2024-05-08"), null, null, on("2024-04-17")));
        var verdict = appraisal.pass(false, LocalDate.parse("2024-05-28"), on(day));
        assertThat(String.join(",", reasons(verdict))).isEqualTo(reason == null ? "" : reason);
        assertThat(events(appraisal)).hasSize(reason == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"440300,", "440305,", "440400, AGENCY_ELSEWHERE", "350404, AGENCY_ELSEWHERE"})
    void isForwardedToAnAgencyOfTheCityOfWork(String region, String reason) {
        var agency = new Agency("91350100M000100Y43", "鉴定所", region, List.of("6-31-01-03"));
        var verdict = submitted("440300").forward(agency.uscc(), agency, on("2024-04-16"));
        assertThat(String.join(",", reasons(verdict))).isEqualTo(reason == null ? "" : reason);
    }

    @Test
    void isNoFirstPassAfterAFailureElsewhere() {
        var appraisal = submitted("350404");
        granted(appraisal.pass(true, LIMIT, on("2024-05-08")));
        assertThat(appraisal.firstPass()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2024-04-17, false", "2024-04-18, false", "2024-04-19, true"})
    void isOverdueFromTheDayAfterTheLastDay(String day, boolean overdue) {
        var appraisal = submitted("440300");
        assertThat(reasons(appraisal.remind(on(day))).isEmpty()).isEqualTo(overdue);
        assertThat(appraisal.timetable().overdueStep()).isEqualTo(overdue ? "forward" : null);
    }

    @ParameterizedTest
    @CsvSource({"2024-04-17, false", "2024-04-18, false", "2024-04-19, true"})
    void mayStillBeForwardedLateAndSaysThatItWas(String day, boolean late) {
        var appraisal = submitted("440300");
        granted(appraisal.forward("91350100M000100Y43", null, on(day)));
        assertThat(appraisal.timetable().steps().getFirst().late()).isEqualTo(late);
    }

    @Test
    void owesNothingWhileTheWorkerDecidesWhetherToTryAgain() {
        var appraisal = submitted("350404");
        granted(appraisal.accept(LIMIT));
        granted(appraisal.schedule(LocalDate.parse("2024-05-08"), null, null, on("2024-04-17")));
        granted(appraisal.notPassed(on("2024-05-08")));
        assertThat(appraisal.timetable().dueOn()).isNull();
        granted(appraisal.retake(LIMIT));
        assertThat(appraisal.examOn()).isNull();
    }
}
