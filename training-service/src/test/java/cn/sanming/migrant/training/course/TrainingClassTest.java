package cn.sanming.migrant.training.course;

import static cn.sanming.migrant.training.Acting.events;
import static cn.sanming.migrant.training.Acting.granted;
import static cn.sanming.migrant.training.Acting.move;
import static cn.sanming.migrant.training.Acting.on;
import static cn.sanming.migrant.training.Acting.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A class from plan to archive.
class TrainingClassTest {

    static TrainingClass planned(String start, String end, int sessions) {
        return TrainingClass.planned(
                new TrainingClass.Plan(
                        "91350404MA0FJM012Y",
                        ClassKind.TRANSFER,
                        "6-31-01-03",
                        4,
                        "350405",
                        LocalDate.parse(start),
                        LocalDate.parse(end),
                        50,
                        30,
                        sessions),
                on("2024-03-01"));
    }

    @Test
    void opensAndSaysSo() {
        var course = planned("2024-03-04", "2024-04-12", 1);
        granted(course.open(false, on("2024-03-01")));
        assertThat(events(course)).containsExactly("training.class.opened");
    }

    @Test
    void staysClosedForAListedOrganiserAndSaysNothing() {
        var course = planned("2024-03-04", "2024-04-12", 1);
        assertThat(course.open(true, on("2024-03-01")))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.BLACKLISTED_EMPLOYER));
        assertThat(events(course)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-03-03, END_BEFORE_START", "2024-03-04,", "2024-03-05,"})
    void endsNoEarlierThanItStarts(String end, String reason) {
        var verdict = planned("2024-03-04", end, 1).open(false, on("2024-03-01"));
        assertThat(String.join(",", reasons(verdict))).isEqualTo(reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource({"0, 2024-03-03, 2", "1, 2024-03-03, 1", "0, 2024-03-04, 1", "1, 2024-03-04, 0", "2, 2024-03-05, 0"})
    void startsFromItsDayOnWithSomebodyAdmitted(long admitted, String day, int reasons) {
        assertThat(reasons(planned("2024-03-04", "2024-04-12", 1).start(admitted, on(day))))
                .hasSize(reasons);
    }

    @Test
    void completesWhenEverySessionIsRecordedAndNoneTooMany() {
        var course = planned("2024-03-04", "2024-04-12", 2);
        assertThat(reasons(course.sessionHeld())).containsExactly("NOT_RUNNING");
        move(course, TrainingClass.State.RUNNING);
        granted(course.sessionHeld());
        assertThat(reasons(course.complete())).containsExactly("SESSIONS_MISSING");
        granted(course.sessionHeld());
        assertThat(reasons(course.sessionHeld())).containsExactly("ALL_SESSIONS_RECORDED");
        granted(course.complete());
    }

    @Test
    void isArchivedWhenNobodyIsLeftWithoutAResult() {
        var course = planned("2024-03-04", "2024-04-12", 1);
        assertThat(reasons(course.archive(1))).containsExactly("ENROLMENTS_WITHOUT_RESULT");
        granted(course.archive(0));
    }
}
