package cn.sanming.migrant.supervision.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RectificationTest {

    private final Rectification rectification = new Rectification(
            "rc-1",
            CaseFile.opened("rc-1", RectificationState.ISSUED, "350424", on("2024-09-02")),
            "2024-1",
            "M15",
            "SM-XQ-350424",
            "告示牌缺项",
            LocalDate.parse("2024-09-02"),
            LocalDate.parse("2024-09-09"),
            LocalDate.parse("2024-10-08"));

    private static CommandContext on(String day) {
        return CommandContext.ofSystem(Instant.parse(day + "T01:00:00Z"));
    }

    private void move(String command, RectificationState to, String day) {
        rectification.file().move(command, to.name(), "UNIT_OFFICER", on(day), null);
    }

    private static Refusal.Kind kind(Verdict verdict) {
        return ((Verdict.Refused) verdict).refusal().kind();
    }

    @Test
    void isAcceptedUntilTheEndOfItsLastDay() {
        assertThat(rectification.accept(on("2024-09-09"))).isEqualTo(Verdict.granted());
        assertThat(kind(rectification.accept(on("2024-09-10")))).isEqualTo(Refusal.Kind.DEADLINE_PASSED);
    }

    @Test
    void goesUpWhenNobodyAcceptedItInTime() {
        assertThat(kind(rectification.escalate(on("2024-09-09")))).isEqualTo(Refusal.Kind.GUARD_FAILED);
        assertThat(rectification.escalate(on("2024-09-10"))).isEqualTo(Verdict.granted());
    }

    @Test
    void waitsForTheDeadlineOnceItIsAccepted() {
        move("accept", RectificationState.ACCEPTED, "2024-09-03");
        assertThat(kind(rectification.escalate(on("2024-10-08")))).isEqualTo(Refusal.Kind.GUARD_FAILED);
        assertThat(rectification.escalate(on("2024-10-09"))).isEqualTo(Verdict.granted());
    }

    @Test
    void takesALateReportOnlyAfterItHasBeenEscalated() {
        move("accept", RectificationState.ACCEPTED, "2024-09-03");
        assertThat(kind(rectification.submit("已整改", on("2024-10-09")))).isEqualTo(Refusal.Kind.DEADLINE_PASSED);
        assertThat(rectification.report()).isNull();
        move("escalate", RectificationState.ESCALATED, "2024-10-09");
        assertThat(rectification.submit("已整改", on("2024-10-09"))).isEqualTo(Verdict.granted());
        assertThat(rectification.isOnTime()).isFalse();
    }

    @Test
    void isOnTimeByTheDayOfTheReportNotOfTheConfirmation() {
        move("accept", RectificationState.ACCEPTED, "2024-09-03");
        assertThat(rectification.submit("已整改", on("2024-10-08"))).isEqualTo(Verdict.granted());
        rectification.confirm(on("2024-10-20"));
        assertThat(rectification.isOnTime()).isTrue();
    }
}
