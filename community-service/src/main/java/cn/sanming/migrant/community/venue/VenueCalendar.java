package cn.sanming.migrant.community.venue;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Tells other windows whether a venue is there and open on a day (场馆日历).
@Component
public class VenueCalendar {

    private final VenueDesk desk;

    VenueCalendar(VenueDesk desk) {
        this.desk = desk;
    }

    public boolean knows(String venueId) {
        return desk.find(venueId).isPresent();
    }

    public boolean isOpen(String venueId, LocalDate day) {
        return desk.find(venueId).flatMap(venue -> venue.openOn(day)).isPresent();
    }
}
