package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.community.opening.WeekHours;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A venue as everybody sees it: nothing about it is secret.
///
/// @param free            always; the register takes no other
/// @param unannouncedDays closed days that came before they were announced
@JsonInclude(JsonInclude.Include.NON_NULL)
record VenueView(
        String id,
        String state,
        @Nullable String district,
        String name,
        VenueKind kind,
        VenueLevel level,
        String address,
        WeekHours openHours,
        boolean free,
        @Nullable Integer dailyVisitors,
        LocalDate openSince,
        List<Closure> closures,
        int unannouncedDays) {

    static VenueView of(Venue venue) {
        return new VenueView(
                venue.id(),
                venue.file().state(),
                venue.file().district(),
                venue.name(),
                venue.kind(),
                venue.level(),
                venue.address(),
                venue.openHours(),
                true,
                venue.dailyVisitors(),
                venue.openSince(),
                venue.closures(),
                venue.closures().stream().mapToInt(Closure::unannouncedDays).sum());
    }
}
