package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A task is not done in time; published at each step up.
@DomainEvent.Type("supervision.task.overdue")
record TaskOverdue(@JsonIgnore String taskId, String measure, String unitCode, LocalDate dueOn, int daysOverdue)
        implements DomainEvent {

    @Override
    public String subject() {
        return taskId;
    }
}
