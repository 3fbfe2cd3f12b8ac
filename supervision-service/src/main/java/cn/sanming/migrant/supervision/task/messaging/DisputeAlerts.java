package cn.sanming.migrant.supervision.task.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.supervision.task.Matter;
import cn.sanming.migrant.supervision.task.NewTask;
import cn.sanming.migrant.supervision.task.TaskDesk;
import cn.sanming.migrant.supervision.task.TaskRole;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// A dispute past the statutory days is a task for the lead unit (超期督办); M17.2.
@Component
class DisputeAlerts {

    private final TaskDesk tasks;
    private final Clock clock;

    record Overdue(LocalDate decideBy, String limit) {}

    DisputeAlerts(TaskDesk tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @OnEvent(value = "legalaid.dispute.overdue", id = "press-overdue-dispute")
    void press(Overdue overdue, Received event) {
        if (!overdue.limit().equals("STATUTORY")) {
            return;
        }
        var day = event.time().atZone(Dates.ZONE).toLocalDate();
        tasks.assign(
                new NewTask(
                        Ids.of("tk", "dispute", event.subject()),
                        "M17",
                        "M17.2",
                        "仲裁超过法定期限（应于%s前裁决）".formatted(overdue.decideBy()),
                        "SM-RSJ",
                        TaskRole.LEAD,
                        day,
                        tasks.dueAfterAlert(day),
                        new Matter(event.subject(), event.id(), null, null)),
                event.react(clock.instant()));
    }
}
