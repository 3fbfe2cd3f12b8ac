package cn.sanming.migrant.community.station;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;

/// A rest station was opened (驿站开放), with everything it must have.
@DomainEvent.Type("community.reststation.opened")
record StationOpened(
        @JsonIgnore String stationId,
        String districtCode,
        String address,
        List<String> facilities,
        String openHours,
        LocalDate openedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return stationId;
    }
}
