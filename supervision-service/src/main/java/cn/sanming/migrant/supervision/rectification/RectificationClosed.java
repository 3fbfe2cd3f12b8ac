package cn.sanming.migrant.supervision.rectification;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// It has been put right, and the Supervision Office agrees.
@DomainEvent.Type("supervision.rectification.closed")
record RectificationClosed(@JsonIgnore String rectificationId, String unitCode, LocalDate closedOn, boolean onTime)
        implements DomainEvent {

    @Override
    public String subject() {
        return rectificationId;
    }
}
