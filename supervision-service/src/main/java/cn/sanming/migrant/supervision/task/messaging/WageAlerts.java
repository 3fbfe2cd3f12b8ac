package cn.sanming.migrant.supervision.task.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.supervision.catalogue.Unit;
import cn.sanming.migrant.supervision.task.Matter;
import cn.sanming.migrant.supervision.task.NewTask;
import cn.sanming.migrant.supervision.task.TaskDesk;
import cn.sanming.migrant.supervision.task.TaskRole;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns alarms about wages into tasks (交办): for the county, for the authority of the industry, for the police. The
/// ids follow from what the alarm is about, so that a repeated alarm meets the task it made.
@Component
class WageAlerts {

    private static final String MEASURE = "M15";

    private final TaskDesk tasks;
    private final Projects projects;
    private final Clock clock;

    record Arrears(
            @Nullable String projectId,
            String employerUscc,
            String districtCode,
            int workers,
            Money total,
            String level) {}

    record Underfunded(String projectId, String period, Money required, Money received) {}

    record Referred(String employerUscc, int workers, Money total) {}

    record Started(String districtCode, Industry industry) {}

    WageAlerts(TaskDesk tasks, Projects projects, Clock clock) {
        this.tasks = tasks;
        this.projects = projects;
        this.clock = clock;
    }

    @OnEvent(value = "wage.project.started", id = "remember-started-project")
    void remember(Started started, Received event) {
        projects.remember(new Projects.Project(event.subject(), started.industry(), started.districtCode()));
    }

    /// Every RED alert: one task for the county and one for the authority of the industry, due in five working days.
    @OnEvent(value = "wage.arrears.detected", id = "press-detected-arrears")
    void press(Arrears arrears, Received event) {
        if (!arrears.level().equals("RED")) {
            return;
        }
        var title = "红色欠薪预警：%d人，%s元".formatted(arrears.workers(), arrears.total());
        var matter = new Matter(event.subject(), event.id(), arrears.employerUscc(), arrears.projectId());
        var district = Divisions.sanming().current(arrears.districtCode());
        if (Divisions.sanming().find(district).isPresent()) {
            assign("red-county", "M15.8", title, Unit.county(district), TaskRole.COUNTY, matter, event);
        }
        demandOf("red-industry", "M15.8", title, matter, event);
    }

    /// The labour-cost part is missing on the special account: a task for the authority of the industry.
    @OnEvent(value = "wage.account.underfunded", id = "demand-account-funding")
    void demand(Underfunded account, Received event) {
        demandOf(
                "underfunded-" + account.period(),
                "M15.3",
                "工资专户拨付不足（%s）：应%s元，实%s元".formatted(account.period(), account.required(), account.received()),
                new Matter(event.subject(), event.id(), null, account.projectId()),
                event);
    }

    private void demandOf(String kind, String promise, String title, Matter matter, Received event) {
        var industry = projects.industryOf(matter.projectId());
        var role = industry == Industry.OTHER ? TaskRole.LEAD : TaskRole.RESPONSIBLE;
        assign(kind, promise, title, industry.authority(), role, matter, event);
    }

    /// A suspected crime is with the police: a task for them.
    @OnEvent(value = "wage.crime.referred", id = "follow-referred-crime")
    void follow(Referred referred, Received event) {
        assign(
                "crime",
                "M15.7",
                "涉嫌拒不支付劳动报酬移送：%d人，%s元".formatted(referred.workers(), referred.total()),
                "SM-GAJ",
                TaskRole.RESPONSIBLE,
                new Matter(event.subject(), event.id(), referred.employerUscc(), null),
                event);
    }

    private void assign(
            String kind, String promise, String title, String unit, TaskRole role, Matter matter, Received event) {
        var day = event.time().atZone(Dates.ZONE).toLocalDate();
        tasks.assign(
                new NewTask(
                        Ids.of("tk", kind, event.subject()),
                        MEASURE,
                        promise,
                        title,
                        unit,
                        role,
                        day,
                        tasks.dueAfterAlert(day),
                        matter),
                event.react(clock.instant()));
    }
}
