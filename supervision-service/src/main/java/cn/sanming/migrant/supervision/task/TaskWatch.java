package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every morning: who has not acknowledged, not reported, or is overdue.
@Component
class TaskWatch implements DueWork {

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
        return LocalTime.of(1, 0);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "escalate",
                Task.class,
                List.of(TaskState.ASSIGNED, TaskState.ACKNOWLEDGED, TaskState.IN_PROGRESS),
                desk::escalateIfDue));
    }
}
