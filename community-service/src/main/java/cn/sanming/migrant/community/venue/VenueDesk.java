package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.community.opening.WeekHours;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Keeps the register of venues, their hours and their closures (场馆登记、闭馆公告).
@Component
class VenueDesk {

    static final Command<Venue, NewVenue> OPEN = Command.of("openVenue", NewVenue.class);
    static final Command<Venue, Command.Because> RETIRE = Command.because("retireVenue");
    static final Command<Venue, Announcement> ANNOUNCE_CLOSURE = Command.of("announceClosureVenue", Announcement.class);
    static final Command<Venue, Hours> HOURS = Command.of("hoursVenue", Hours.class);

    static final Set<String> KEEPERS = Set.of("CULTURE_OFFICER");

    private final Cases cases;
    private final CaseDefinition<Venue> definition;
    private final RuleBook rules;
    private final FreeOpening free;

    /// The day of the announcement is today; nobody announces yesterday.
    record Announcement(
            LocalDate from, LocalDate to, @NotBlank String reason) {}

    record Hours(@Valid WeekHours openHours) {}

    VenueDesk(Cases cases, RuleBook rules, FreeOpening free) {
        this.cases = cases;
        this.rules = rules;
        this.free = free;
        this.definition = cases.define(Venue.class, "Venue", "/api/v1/community/venues")
                .opens(OPEN, KEEPERS, (entry, context) -> register(Ids.next("ve"), entry, context))
                .on(RETIRE, (_, _, _) -> Verdict.granted())
                .notes(ANNOUNCE_CLOSURE, KEEPERS, VenueDesk::close)
                .notes(HOURS, KEEPERS, VenueDesk::keepHours)
                .filter("kind", "kind")
                .shownAs(VenueView.class, VenueView::of);
    }

    /// Registers what a finished project has built; the same project always leads to the same venue.
    Outcome<Venue> registerBuilt(String projectId, NewVenue entry, CommandContext context) {
        var id = Ids.of("ve", projectId);
        return cases.open(
                definition,
                entry,
                (body, doing) -> find(id).<Outcome<Venue>>map(Outcome::done).orElseGet(() -> register(id, body, doing)),
                context);
    }

    Optional<Venue> find(String id) {
        return cases.find(definition, id);
    }

    private Outcome<Venue> register(String id, NewVenue entry, CommandContext context) {
        var district = Divisions.sanming().current(entry.district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var price = entry.price() == null ? Money.ZERO : entry.price();
        var finding = rules.decide(free, new FreeOpening.Facts(entry.kind().name(), price))
                .result();
        return finding.accepted()
                ? Outcome.created(Venue.registered(id, entry, district, context), "")
                : Outcome.refused(
                        Kind.GUARD_FAILED,
                        Reason.at("/price", "PRICE_MUST_BE_ZERO")
                                .clause("measure 12: 免费对外开放")
                                .required(Money.ZERO, price));
    }

    private static Verdict close(Venue venue, Announcement body, CommandContext context) {
        return Verdict.guards()
                .require(venue.file().is(VenueState.OPEN), "VENUE_RETIRED")
                .require(
                        !body.to().isBefore(body.from()),
                        Reason.at("/to", "ENDS_BEFORE_IT_BEGINS").required("from " + body.from(), body.to()))
                .require(
                        !venue.overlaps(body.from(), body.to()),
                        Reason.at("/from", "CLOSED_ALREADY").required("days not yet announced", body.from()))
                .then(() -> venue.close(body.from(), body.to(), body.reason(), context));
    }

    private static Verdict keepHours(Venue venue, Hours body, CommandContext context) {
        return Verdict.guards()
                .require(venue.file().is(VenueState.OPEN), "VENUE_RETIRED")
                .then(() -> venue.keepHours(body.openHours()));
    }
}
