package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A unit has something to do.
@DomainEvent.Type("supervision.task.assigned")
record TaskAssigned(@JsonIgnore String taskId, String measure, String subItem, String unitCode, LocalDate dueOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return taskId;
    }
}
