package cn.sanming.migrant.supervision.task;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskTest {

    private static final List<Task.Evidence> PROOF = List.of(new Task.Evidence("检查记录", null));
    private final Task task = Task.assigned(
            new NewTask(
                    "tk-1",
                    "M15",
                    "M15.8",
                    "红色欠薪预警",
                    "SM-ZJJ",
                    TaskRole.RESPONSIBLE,
                    LocalDate.parse("2024-05-15"),
                    LocalDate.parse("2024-05-22"),
                    Matter.NONE),
            "SM-RSJ",
            null,
            LocalDate.parse("2024-05-17"),
            by("u-1", "2024-05-15"));

    private static CommandContext by(String user, String day) {
        return new CommandContext(
                new Actor(user, Set.of("UNIT_OFFICER"), "SM-ZJJ", null, null, null),
                Instant.parse(day + "T01:00:00Z"),
                "story",
                null,
                null);
    }

    private void move(String command, TaskState to, CommandContext context) {
        task.file().move(command, to.name(), "UNIT_OFFICER", context, null);
    }

    private void submit(String day) {
        assertThat(task.submit(PROOF, null, by("u-1", day))).isEqualTo(Verdict.granted());
        move("submit", TaskState.SUBMITTED, by("u-1", day));
    }

    private static Refusal.Kind kind(Verdict verdict) {
        return ((Verdict.Refused) verdict).refusal().kind();
    }

    private List<String> published() {
        return task.file().outbox().pending().stream()
                .map(event -> event.type())
                .toList();
    }

    @Test
    void takesNothingInWithoutEvidence() {
        assertThat(kind(task.submit(List.of(), null, by("u-1", "2024-05-16")))).isEqualTo(Refusal.Kind.GUARD_FAILED);
        assertThat(task.submittedOn()).isNull();
    }

    @Test
    void isOnTimeOnItsLastDayAndLateOnTheNext() {
        submit("2024-05-22");
        assertThat(task.onTime()).isTrue();
        submit("2024-05-23");
        assertThat(task.onTime()).isFalse();
    }

    @Test
    void isVerifiedByAnybodyButWhoeverSubmittedIt() {
        submit("2024-05-20");
        assertThat(kind(task.verify(by("u-1", "2024-05-21")))).isEqualTo(Refusal.Kind.FOUR_EYES);
        assertThat(task.verify(by("u-2", "2024-05-21"))).isEqualTo(Verdict.granted());
    }

    @Test
    void takesReportsOnlyForMonthsOfTheTask() {
        assertThat(kind(task.report(YearMonth.parse("2024-04"), "早了", 10, by("u-1", "2024-05-20"))))
                .isEqualTo(Refusal.Kind.GUARD_FAILED);
        assertThat(task.report(YearMonth.parse("2024-05"), "进展顺利", 40, by("u-1", "2024-05-20")))
                .isEqualTo(Verdict.granted());
        assertThat(task.progress()).isEqualTo(40);
    }

    @Test
    void isOverdueFromTheDayAfterItsLast() {
        assertThat(task.isOverdue(LocalDate.parse("2024-05-22"))).isFalse();
        assertThat(task.isOverdue(LocalDate.parse("2024-05-23"))).isTrue();
    }

    @Test
    void saysThatItIsOverdueEvenWhenALateAcknowledgementHasReachedTheSameStep() {
        task.escalate(Escalation.UNIT, CommandContext.ofSystem(Instant.parse("2024-05-19T17:00:00Z")));
        assertThat(published()).containsExactly("supervision.task.assigned");
        var first = CommandContext.ofSystem(Instant.parse("2024-05-22T17:00:00Z"));
        assertThat(task.escalate(Escalation.UNIT, first)).isEqualTo(Verdict.granted());
        assertThat(published()).containsExactly("supervision.task.assigned", "supervision.task.overdue");
        var next = CommandContext.ofSystem(Instant.parse("2024-05-23T17:00:00Z"));
        assertThat(kind(task.escalate(Escalation.UNIT, next))).isEqualTo(Refusal.Kind.GUARD_FAILED);
        assertThat(task.escalate(Escalation.LEAD_UNIT, next)).isEqualTo(Verdict.granted());
        assertThat(published()).hasSize(3);
    }
}
