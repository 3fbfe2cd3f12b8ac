package cn.sanming.migrant.community.station;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A station as it stands on the map (地图点位), for everybody.
///
/// @param openFrom       today's hours; nothing on a closed day
/// @param heatBand       the band of today's heat alert, for which it stays open longer
/// @param metres         as the crow flies, where somebody asked from somewhere
@JsonInclude(JsonInclude.Include.NON_NULL)
record StationPin(
        String id,
        String name,
        String address,
        @Nullable String district,
        double latitude,
        double longitude,
        int capacity,
        List<String> facilities,
        String openHours,
        boolean openNow,
        @Nullable LocalTime openFrom,
        @Nullable LocalTime openUntil,
        @Nullable String heatBand,
        @Nullable LocalDate suspendedUntil,
        @Nullable Long metres) {

    static StationPin of(RestStation station, LocalDateTime now, @Nullable HeatDay heat, @Nullable Double metres) {
        var span = station.openHours().on(now.toLocalDate());
        var from = span.map(hours -> hours.from()).orElse(null);
        var until = span.map(hours -> hours.to()).orElse(null);
        if (heat != null && until != null && until.isBefore(heat.openUntil())) {
            until = heat.openUntil();
        }
        var time = now.toLocalTime();
        var suspension = station.suspension();
        boolean open = station.file().is(StationState.OPEN)
                && from != null
                && until != null
                && !time.isBefore(from)
                && time.isBefore(until);
        return new StationPin(
                station.id(),
                station.name(),
                station.address(),
                station.file().district(),
                station.position().latitude(),
                station.position().longitude(),
                station.capacity(),
                station.facilities(),
                station.openHours().text(),
                open,
                from,
                until,
                heat == null ? null : heat.band(),
                suspension == null ? null : suspension.until(),
                metres == null ? null : Math.round(metres));
    }
}
