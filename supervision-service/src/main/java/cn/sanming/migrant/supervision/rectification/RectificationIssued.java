package cn.sanming.migrant.supervision.rectification;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A unit has to put something right.
@DomainEvent.Type("supervision.rectification.issued")
record RectificationIssued(
        @JsonIgnore String rectificationId, String measure, String unitCode, String problem, LocalDate dueOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return rectificationId;
    }
}
