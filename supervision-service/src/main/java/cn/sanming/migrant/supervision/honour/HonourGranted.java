package cn.sanming.migrant.supervision.honour;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A worker bears the title.
@DomainEvent.Type("supervision.honour.granted")
record HonourGranted(@JsonIgnore String honourId, String personId, String title, HonourLevel level, LocalDate grantedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return honourId;
    }
}
