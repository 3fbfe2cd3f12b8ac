package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Leads building projects of venues through machine PublicWorksProject (公共文化设施建设).
@Component
class VenueProjectDesk {

    static final Command<VenueProject, NewProject> OPEN = Command.of("openPublicWorksProject", NewProject.class);
    static final Command<VenueProject, Command.Nothing> APPROVE = Command.of("approvePublicWorksProject");
    static final Command<VenueProject, Command.Nothing> START = Command.of("startPublicWorksProject");
    static final Command<VenueProject, Completion> COMPLETE =
            Command.of("completePublicWorksProject", Completion.class);
    static final Command<VenueProject, Command.Nothing> PUT_INTO_USE = Command.of("putIntoUsePublicWorksProject");
    static final Command<VenueProject, Command.Nothing> CANCEL = Command.of("cancelPublicWorksProject");

    private final VenueDesk venues;

    record NewProject(
            @Valid NewVenue venue,
            @Min(1) int plannedSeats,
            @Nullable LocalDate plannedReady) {}

    /// What was really built; the guard asks for it.
    record Completion(@Nullable @Min(1) Integer actualSeats) {}

    VenueProjectDesk(Cases cases, VenueDesk venues) {
        this.venues = venues;
        cases.define(VenueProject.class, "PublicWorksProject", "/api/v1/community/venue-projects")
                .opens(OPEN, VenueDesk.KEEPERS, VenueProjectDesk::plan)
                .on(APPROVE)
                .on(START)
                .on(COMPLETE, VenueProjectDesk::complete)
                .on(PUT_INTO_USE, this::putIntoUse)
                .on(CANCEL)
                .shownAs(VenueProject.View.class, VenueProject::view);
    }

    private static Outcome<VenueProject> plan(NewProject body, CommandContext context) {
        var district = Divisions.sanming().current(body.venue().district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/venue/district", "UNKNOWN_DISTRICT"));
        }
        return context.actor().mayActIn(district)
                ? Outcome.created(VenueProject.planned(Ids.next("vp"), body, district, context), "")
                : Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/venue/district", "OTHER_DISTRICT"));
    }

    private static Verdict complete(VenueProject project, Completion body, CommandContext context) {
        var seats = body.actualSeats();
        return Verdict.guards()
                .require(seats != null, Reason.at("/actual_seats", "ACTUAL_SEATS_RECORDED"))
                .then(() -> project.complete(seats == null ? 0 : seats));
    }

    /// First the venue, under an id that follows from the project, then the project: cut short, it is simply repeated.
    private Verdict putIntoUse(VenueProject project, CommandContext context) {
        return switch (venues.registerBuilt(project.id(), project.venue(), context)) {
            case Outcome.Created<Venue>(Venue venue, var place) -> {
                project.opened(venue.id());
                yield Verdict.granted();
            }
            case Outcome.Done<Venue>(Venue venue) -> {
                project.opened(venue.id());
                yield Verdict.granted();
            }
            case Outcome.Refused<Venue>(var refusal) -> new Verdict.Refused(refusal);
        };
    }
}
