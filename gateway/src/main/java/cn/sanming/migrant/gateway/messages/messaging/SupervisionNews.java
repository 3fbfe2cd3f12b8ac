package cn.sanming.migrant.gateway.messages.messaging;

import cn.sanming.migrant.gateway.messages.Figures;
import cn.sanming.migrant.gateway.messages.NotificationDraft;
import cn.sanming.migrant.gateway.messages.Notifications;
import cn.sanming.migrant.gateway.messages.Recipient;
import cn.sanming.migrant.gateway.messages.Wordings;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tasks, rectifications, empty budgets and figures (M19, M20), told to the units.
@Component
final class SupervisionNews {

    private static final Recipient FINANCE = Recipient.unit("SM-CZJ");
    private static final Recipient SUPERVISION_OFFICE = Recipient.unit("SM-DCS");

    private final Notifications notifications;
    private final Wordings wordings;
    private final Figures figures;

    SupervisionNews(Notifications notifications, Wordings wordings, Figures figures) {
        this.notifications = notifications;
        this.wordings = wordings;
        this.figures = figures;
    }

    record Exhausted(String measure, String districtCode, int year, String shortfall) {}

    record Task(String measure, @Nullable String subItem, String unitCode, LocalDate dueOn) {}

    record Overdue(String measure, String unitCode, LocalDate dueOn, int daysOverdue) {}

    record Rectification(String measure, String unitCode, String problem, LocalDate dueOn) {}

    record Updated(
            String period,
            String value,
            @Nullable String target,
            @Nullable Boolean met) {}

    @OnEvent(value = "supervision.budget.exhausted", id = "tell-budget-exhausted")
    void exhausted(Exhausted budget, Received event) {
        var to = new ArrayList<>(List.of(FINANCE));
        if (!Divisions.CITY.equals(budget.districtCode())) {
            to.add(Recipient.unit("SM-XQ-" + budget.districtCode()));
        }
        notifications.tell(
                to,
                NotificationDraft.of("BUDGET_EXHAUSTED", event)
                        .with("measure", budget.measure())
                        .with("district", budget.districtCode())
                        .with("year", budget.year())
                        .with("shortfall", budget.shortfall()));
    }

    @OnEvent(value = "supervision.task.assigned", id = "tell-task-assigned")
    void assigned(Task task, Received event) {
        notifications.tell(
                Recipient.unit(task.unitCode()),
                NotificationDraft.of("TASK_ASSIGNED", event)
                        .with("measure", task.measure())
                        .with("sub_item", task.subItem())
                        .with("due_on", task.dueOn()));
    }

    /// The unit, the unit that leads the measure, and the supervision office.
    @OnEvent(value = "supervision.task.overdue", id = "tell-task-overdue")
    void overdue(Overdue task, Received event) {
        var to = new ArrayList<>(List.of(Recipient.unit(task.unitCode()), SUPERVISION_OFFICE));
        wordings.leadOf(task.measure()).forEach(lead -> to.add(Recipient.unit(lead)));
        notifications.tell(
                to,
                NotificationDraft.of("TASK_OVERDUE", event)
                        .with("measure", task.measure())
                        .with("unit", task.unitCode())
                        .with("due_on", task.dueOn())
                        .with("days_overdue", task.daysOverdue()));
    }

    @OnEvent(value = "supervision.rectification.issued", id = "tell-rectification-issued")
    void issued(Rectification rectification, Received event) {
        notifications.tell(
                Recipient.unit(rectification.unitCode()),
                NotificationDraft.of("RECTIFICATION", event)
                        .with("measure", rectification.measure())
                        .with("problem", rectification.problem())
                        .with("due_on", rectification.dueOn()));
    }

    @OnEvent(value = "supervision.indicator.updated", id = "note-indicator")
    void updated(Updated figure, Received event) {
        figures.note(
                event.subject(),
                event.district(),
                figure.period(),
                figure.value(),
                figure.target(),
                figure.met(),
                event.time());
    }
}
