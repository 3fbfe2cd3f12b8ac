package cn.sanming.migrant.community.station;

import cn.sanming.migrant.community.opening.WeekHours;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rest station as its keepers see it.
///
/// @param missing what it still needs before it may open
@JsonInclude(JsonInclude.Include.NON_NULL)
record StationView(
        String id,
        String state,
        @Nullable String district,
        String name,
        String address,
        Position position,
        int capacity,
        List<String> facilities,
        List<String> missing,
        WeekHours openHours,
        @Nullable LocalDate openedOn,
        RestStation.@Nullable Suspension suspension) {

    static StationView of(RestStation station, List<String> missing) {
        return new StationView(
                station.id(),
                station.file().state(),
                station.file().district(),
                station.name(),
                station.address(),
                station.position(),
                station.capacity(),
                station.facilities(),
                missing,
                station.openHours(),
                station.openedOn(),
                station.suspension());
    }
}
