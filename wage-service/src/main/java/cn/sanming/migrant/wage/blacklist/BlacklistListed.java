package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;

/// An employer was put on the list; every department reacts.
@DomainEvent.Type("wage.blacklist.listed")
record BlacklistListed(
        @JsonIgnore String entryId,
        String employerUscc,
        List<ResponsiblePerson> persons,
        ListingGround ground,
        LocalDate listedOn,
        LocalDate listedUntil)
        implements DomainEvent {

    @Override
    public String subject() {
        return entryId;
    }
}
