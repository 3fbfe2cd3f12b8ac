package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.community.rating.Ratings;
import cn.sanming.migrant.community.ticket.TicketAnswer;
import cn.sanming.migrant.community.ticket.TicketRequest;
import cn.sanming.migrant.community.ticket.TicketWindow;
import cn.sanming.migrant.community.ticket.TicketWindow.Counter;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The register of venues for everybody, whether one is open on a day, and the booking of a visit (在线预约).
@RestController
@RequestMapping("/api/v1/community/venues")
class VenueController {

    private final MongoTemplate mongo;
    private final VenueDesk desk;
    private final TicketWindow window;
    private final Ratings ratings;
    private final Clock clock;

    /// A day at a venue: its hours or why it is closed.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Day(
            String venueId,
            LocalDate day,
            boolean open,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable String closedBecause,
            @Nullable Integer placesLeft) {}

    VenueController(MongoTemplate mongo, VenueDesk desk, TicketWindow window, Ratings ratings, Clock clock) {
        this.mongo = mongo;
        this.desk = desk;
        this.window = window;
        this.ratings = ratings;
        this.clock = clock;
    }

    @GetMapping("/register")
    Page<VenueView> register(
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable VenueKind kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var criteria = Criteria.where("file.state").is(VenueState.OPEN.name());
        if (district != null) {
            criteria = criteria.and("file.district").is(Divisions.sanming().current(district));
        }
        if (kind != null) {
            criteria = criteria.and("kind").is(kind.name());
        }
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        int size = Page.limit(limit);
        var rows = mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(size + 1), Venue.class);
        return Page.of(rows.stream().map(VenueView::of).toList(), size, VenueView::id);
    }

    @GetMapping("/{id}/opening")
    Outcome<Day> opening(@PathVariable String id, @RequestParam(required = false) @Nullable LocalDate on) {
        var day = on == null ? LocalDate.ofInstant(clock.instant(), Dates.ZONE) : on;
        return desk.find(id).map(venue -> Outcome.done(day(venue, day))).orElseGet(Outcome::notFound);
    }

    private Day day(Venue venue, LocalDate day) {
        var span = venue.openOn(day);
        var closure = venue.closures().stream().filter(each -> each.covers(day)).findFirst();
        var booked = Optional.ofNullable(mongo.findById(VenueDay.idOf(venue.id(), day), VenueDay.class));
        return new Day(
                venue.id(),
                day,
                span.isPresent(),
                span.map(hours -> hours.from()).orElse(null),
                span.map(hours -> hours.to()).orElse(null),
                closure.map(Closure::reason).orElse(null),
                booked.map(each -> each.line().left()).orElse(venue.dailyVisitors()));
    }

    /// A place on a day on which the venue is open, or the next place on that day's waiting list.
    @PostMapping("/{id}/days/{day}/book")
    Outcome<TicketAnswer> book(
            @PathVariable String id, @PathVariable LocalDate day, @Body TicketRequest body, CommandContext context) {
        var venue = desk.find(id);
        if (venue.isEmpty()) {
            return Outcome.notFound();
        }
        if (day.isBefore(context.today()) || venue.get().openOn(day).isEmpty()) {
            return Outcome.refused(
                    Kind.GUARD_FAILED, Reason.of("VENUE_CLOSED").required("a coming day on which it is open", day));
        }
        if (mongo.findById(VenueDay.idOf(id, day), VenueDay.class) == null) {
            open(VenueDay.of(venue.get(), day, context));
        }
        return window.take(counter(id, day), VenueDay.idOf(id, day), body, context);
    }

    @PostMapping("/{id}/days/{day}/give_back")
    Outcome<TicketAnswer> giveBack(
            @PathVariable String id, @PathVariable LocalDate day, @Body TicketRequest body, CommandContext context) {
        return window.giveBack(counter(id, day), VenueDay.idOf(id, day), body, context);
    }

    private void open(VenueDay day) {
        try {
            mongo.insert(day);
        } catch (DuplicateKeyException somebodyWasFirst) {
            // the day is there, which is what was wanted
            return;
        }
    }

    private static Counter<VenueDay> counter(String venueId, LocalDate day) {
        return new Counter<>(
                VenueDay.class,
                "/api/v1/community/venues/" + venueId + "/days/" + day,
                VenueDay.State.BOOKABLE,
                VenueDesk.KEEPERS);
    }

    /// Stars for a visit, one to five.
    @PostMapping("/{id}/ratings")
    Outcome<Ratings.Summary> rate(@PathVariable String id, @Body Ratings.Stars body, CommandContext context) {
        return desk.find(id)
                .map(venue -> ratings.rate(id, body, venue.openSince(), context))
                .orElseGet(Outcome::notFound);
    }

    @GetMapping("/{id}/ratings")
    Outcome<Ratings.Summary> ratings(@PathVariable String id) {
        return Outcome.done(ratings.of(id));
    }
}
