package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.community.ticket.Returned;
import cn.sanming.migrant.community.ticket.Ticket;
import cn.sanming.migrant.community.ticket.TicketLine;
import cn.sanming.migrant.community.ticket.Ticketed;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// One day of a venue and the line of those who booked it (预约参观); a venue has one a day.
@Document("venue_days")
final class VenueDay implements Ticketed {

    enum State {
        BOOKABLE
    }

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final String venueId;
    private final LocalDate day;
    private final @Nullable Integer capacity;
    private List<Ticket> tickets = new ArrayList<>();
    private List<Returned> returned = new ArrayList<>();

    VenueDay(String id, CaseFile file, String venueId, LocalDate day, @Nullable Integer capacity) {
        this.id = id;
        this.file = file;
        this.venueId = venueId;
        this.day = day;
        this.capacity = capacity;
    }

    static String idOf(String venueId, LocalDate day) {
        return Ids.of("vd", venueId, day.toString());
    }

    static VenueDay of(Venue venue, LocalDate day, CommandContext context) {
        var id = idOf(venue.id(), day);
        return new VenueDay(
                id,
                CaseFile.opened(id, State.BOOKABLE, venue.file().district(), context),
                venue.id(),
                day,
                venue.dailyVisitors());
    }

    @Override
    public TicketLine line() {
        return new TicketLine(capacity, tickets);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String venueId() {
        return venueId;
    }

    LocalDate day() {
        return day;
    }
}
