package cn.sanming.migrant.training.degree;

import static cn.sanming.migrant.training.Acting.events;
import static cn.sanming.migrant.training.Acting.granted;
import static cn.sanming.migrant.training.Acting.on;
import static cn.sanming.migrant.training.Acting.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The days of a degree.
class DegreeEnrolmentTest {

    private final DegreeEnrolment enrolment = DegreeEnrolment.applied(
            new DegreeEnrolment.Application("P-1", "350404", DegreeEnrolment.Level.BACHELOR, "工商管理", true),
            0,
            "福建开放大学三明分校",
            null,
            on("2024-07-01"));

    @ParameterizedTest
    @CsvSource({"2024-08-31,", "2024-09-01,", "2024-09-02, IN_THE_FUTURE"})
    void isAdmittedNoLaterThanToday(String day, String reason) {
        var verdict = enrolment.admit(LocalDate.parse(day), on("2024-09-01"));
        assertThat(String.join(",", reasons(verdict))).isEqualTo(reason == null ? "" : reason);
        assertThat(events(enrolment)).hasSize(reason == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-08-31, NOT_AFTER_ADMISSION",
        "2024-09-01, NOT_AFTER_ADMISSION",
        "2024-09-02,",
        "2027-01-10,",
        "2027-01-11, IN_THE_FUTURE"
    })
    void graduatesAfterTheAdmissionAndNoLaterThanToday(String day, String reason) {
        granted(enrolment.admit(LocalDate.parse("2024-09-01"), on("2024-09-01")));
        var verdict = enrolment.graduate(LocalDate.parse(day), on("2027-01-10"));
        assertThat(String.join(",", reasons(verdict))).isEqualTo(reason == null ? "" : reason);
    }
}
