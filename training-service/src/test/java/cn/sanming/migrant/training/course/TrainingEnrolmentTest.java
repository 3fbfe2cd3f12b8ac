package cn.sanming.migrant.training.course;

import static cn.sanming.migrant.training.Acting.events;
import static cn.sanming.migrant.training.Acting.granted;
import static cn.sanming.migrant.training.Acting.move;
import static cn.sanming.migrant.training.Acting.on;
import static cn.sanming.migrant.training.Acting.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One person in one class.
class TrainingEnrolmentTest {

    private final TrainingClass course = TrainingClassTest.planned("2024-03-04", "2024-04-12", 1);
    private final TrainingEnrolment enrolment = TrainingEnrolment.applied(
            new TrainingEnrolment.Application(course.id(), "P-0201", true), course, on("2024-03-01"));

    @Test
    void isTheSameRecordHoweverOftenAPersonApplies() {
        var again = TrainingEnrolment.applied(
                new TrainingEnrolment.Application(course.id(), "P-0201", true), course, on("2024-03-02"));
        assertThat(again.id()).isEqualTo(enrolment.id());
    }

    @ParameterizedTest
    @CsvSource({"49.5,", "50,", "50.5, MORE_THAN_THE_CLASS_HAS", "0, NO_HOURS"})
    void attendsNoMoreHoursThanTheClassHas(BigDecimal hours, String reason) {
        move(course, TrainingClass.State.RUNNING);
        assertThat(String.join(",", reasons(enrolment.attend(course, hours)))).isEqualTo(reason == null ? "" : reason);
    }

    @Test
    void addsHoursUpOnlyWhileAttending() {
        move(course, TrainingClass.State.RUNNING);
        granted(enrolment.attend(course, BigDecimal.TEN));
        assertThat(reasons(enrolment.attendMore(course, BigDecimal.ONE))).containsExactly("NOT_ATTENDING");
        move(enrolment, TrainingEnrolment.State.ATTENDING);
        granted(enrolment.attendMore(course, BigDecimal.ONE));
        assertThat(enrolment.hoursAttended()).isEqualByComparingTo("11");
    }

    @Test
    void keepsHoursOutOfAClassThatHasNotStarted() {
        assertThat(reasons(enrolment.attend(course, BigDecimal.ONE))).containsExactly("CLASS_NOT_RUNNING");
        assertThat(enrolment.hoursAttended()).isZero();
    }

    @Test
    void saysOnceThatItIsCompletedAndNothingWhenItIsNot() {
        var day = on("2024-04-12");
        assertThat(reasons(enrolment.complete(course.plan(), new Attendance.Finding(false), true, day)))
                .containsExactly("ATTENDANCE_OR_ASSESSMENT");
        assertThat(events(enrolment)).isEmpty();
        granted(enrolment.complete(course.plan(), new Attendance.Finding(true), true, day));
        assertThat(events(enrolment)).containsExactly("training.enrolment.completed");
    }

    @ParameterizedTest
    @CsvSource({
        "APPLIED, false",
        "ADMITTED, false",
        "COMPLETED, false",
        "FAILED, false",
        "REJECTED, true",
        "DROPPED, true",
        "WITHDRAWN, true"
    })
    void freesItsSeatWhenThePersonLeaves(TrainingEnrolment.State state, boolean left) {
        move(enrolment, state);
        assertThat(enrolment.hasLeft()).isEqualTo(left);
    }
}
