package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every morning: who has not acknowledged, not reported, or is overdue.
@Component
class TaskWatch implements BusinessJob {

    private static final LocalTime AT = LocalTime.of(1, 0);

    private final TaskDesk desk;

    TaskWatch(TaskDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "task-watch";
    }

    @Override
    public LocalTime at() {
        return AT;
    }

    @Override
    public void run(LocalDate date) {
        desk.escalateDue(
                CommandContext.ofSystem(ZonedDateTime.of(date, AT, Dates.ZONE).toInstant()));
    }
}
