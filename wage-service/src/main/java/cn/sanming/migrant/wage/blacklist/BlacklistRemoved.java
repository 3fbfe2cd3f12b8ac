package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// An employer left the list.
@DomainEvent.Type("wage.blacklist.removed")
record BlacklistRemoved(@JsonIgnore String entryId, String employerUscc, RemovalReason reason, LocalDate removedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return entryId;
    }
}
