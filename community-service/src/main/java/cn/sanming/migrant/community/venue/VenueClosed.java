package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A venue is closed for some days (闭馆公告); a day on or before the announcement counts as unannounced.
@DomainEvent.Type("community.venue.closed")
record VenueClosed(@JsonIgnore String venueId, LocalDate from, LocalDate to, String reason, LocalDate announcedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return venueId;
    }
}
