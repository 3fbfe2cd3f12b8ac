package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.community.rating.Ratings;
import cn.sanming.migrant.community.ticket.TicketAnswer;
import cn.sanming.migrant.community.ticket.TicketRequest;
import cn.sanming.migrant.community.ticket.TicketWindow;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The programme for everybody, tickets and stars for workers, and the counts of a year.
@RestController
@RequestMapping("/api/v1/community/activities")
class ActivityController {

    private final ActivityDesk desk;
    private final Programme programme;
    private final TicketWindow window;
    private final Ratings ratings;
    private final Clock clock;

    /// An announced activity as it stands in the programme.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Announced(
            String id,
            @Nullable String district,
            @JsonUnwrapped ActivityPlan plan,
            @Nullable Integer placesLeft,
            int waiting) {}

    record Announcements(List<Announced> items) {}

    ActivityController(ActivityDesk desk, Programme programme, TicketWindow window, Ratings ratings, Clock clock) {
        this.desk = desk;
        this.programme = programme;
        this.window = window;
        this.ratings = ratings;
        this.clock = clock;
    }

    @GetMapping("/programme")
    Announcements programme(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(required = false) @Nullable Integer limit) {
        var since = from == null ? LocalDate.ofInstant(clock.instant(), Dates.ZONE) : from;
        return new Announcements(programme.upcoming(since, current(district), category, Page.limit(limit)).stream()
                .map(ActivityController::announced)
                .toList());
    }

    private static Announced announced(Activity activity) {
        var line = activity.line();
        return new Announced(
                activity.id(),
                activity.file().district(),
                activity.plan(),
                line.left(),
                line.waiting().size());
    }

    /// A place, or the next place on the waiting list where all are taken.
    @PostMapping("/{id}/book")
    Outcome<TicketAnswer> book(@PathVariable String id, @Body TicketRequest body, CommandContext context) {
        var activity = desk.find(id);
        if (activity.isPresent()
                && activity.get().file().is(ActivityState.ANNOUNCED)
                && activity.get().heldOn().isBefore(context.today())) {
            return Outcome.refused(
                    Kind.GUARD_FAILED,
                    Reason.of("BOOKING_CLOSED").required(activity.get().heldOn(), context.today()));
        }
        return window.take(desk.counter(id), id, body, context);
    }

    /// Gives a ticket back; the first who waits has the place at once.
    @PostMapping("/{id}/give_back")
    Outcome<TicketAnswer> giveBack(@PathVariable String id, @Body TicketRequest body, CommandContext context) {
        return window.giveBack(desk.counter(id), id, body, context);
    }

    /// Stars, from the day on which it was held.
    @PostMapping("/{id}/ratings")
    Outcome<Ratings.Summary> rate(@PathVariable String id, @Body Ratings.Stars body, CommandContext context) {
        var activity = desk.find(id);
        if (activity.isEmpty()) {
            return Outcome.notFound();
        }
        boolean over = activity.get().file().is(ActivityState.HELD, ActivityState.REPORTED);
        var visit = new Ratings.Stars(body.stars(), activity.get().heldOn());
        return ratings.rate(id, visit, over ? activity.get().heldOn() : null, context);
    }

    @GetMapping("/{id}/ratings")
    Outcome<Ratings.Summary> ratings(@PathVariable String id) {
        return Outcome.done(ratings.of(id));
    }

    /// Rule FESTIVAL_COVERAGE on what a county really held.
    @GetMapping("/festival-coverage")
    Outcome<FestivalCoverage.Finding> festivals(@RequestParam int year, @RequestParam String district) {
        return Outcome.done(programme.festivals(year, Divisions.sanming().current(district)));
    }

    /// Rule WEEKLY_SHOW on what was really held.
    @GetMapping("/weekly-shows")
    Outcome<WeeklyShow.Finding> weeklyShows(
            @RequestParam("iso_year") int isoYear, @RequestParam(required = false) @Nullable String district) {
        return Outcome.done(programme.weeklyShows(isoYear, current(district)));
    }

    /// Activities of a year by category, with the targets of the 三百.
    @GetMapping("/counts")
    Programme.YearCount counts(@RequestParam int year, @RequestParam(required = false) @Nullable String district) {
        return programme.count(year, current(district));
    }

    private static @Nullable String current(@Nullable String district) {
        return district == null ? null : Divisions.sanming().current(district);
    }
}
