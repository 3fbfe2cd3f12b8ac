package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A task is done, verified and closed.
@DomainEvent.Type("supervision.task.closed")
record TaskClosed(@JsonIgnore String taskId, String measure, String unitCode, LocalDate closedOn, boolean onTime)
        implements DomainEvent {

    @Override
    public String subject() {
        return taskId;
    }
}
