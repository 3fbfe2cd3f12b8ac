package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.housing.application.ApplicationDesk;
import cn.sanming.migrant.housing.application.DrawnHome;
import cn.sanming.migrant.housing.application.WaitingList;
import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.housing.unit.Units;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.cases.Effect;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.protect.FieldCipher;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for rounds: announce, close, draw. Each step publishes what it must before the next is possible.
@Component
class RoundDesk {

    /// Homes that a finished round did not give out can be allocated otherwise.
    private static final Effect<Homes> RETURN_HOMES = Effect.of("returnHomesOfRound", Homes.class);

    record Homes() {}

    static final Command<AllocationRound, Announcement.Form> OPEN =
            Command.of("openAllocationRound", Announcement.Form.class);
    static final Command<AllocationRound, Command.Nothing> CLOSE =
            Command.of("closeAllocationRound", Command.Nothing.class);
    static final Command<AllocationRound, Command.Nothing> DRAW =
            Command.of("drawAllocationRound", Command.Nothing.class);
    static final Command<AllocationRound, Command.Because> CANCEL = Command.because("cancelAllocationRound");

    private final Cases cases;
    private final CaseDefinition<AllocationRound> definition;
    private final Units units;
    private final WaitingList waiting;
    private final ApplicationDesk applications;
    private final FieldCipher cipher;

    RoundDesk(
            Cases cases,
            Announcement announcement,
            Units units,
            WaitingList waiting,
            ApplicationDesk applications,
            FieldCipher cipher) {
        this.cases = cases;
        this.units = units;
        this.waiting = waiting;
        this.applications = applications;
        this.cipher = cipher;
        cases.define(RETURN_HOMES, (round, _, _) -> units.letGo(round));
        this.definition = cases.define(AllocationRound.class, "AllocationRound", "/api/v1/housing/draws")
                .opens(OPEN, Set.of("HOUSING_OFFICER"), announcement::announce)
                .on(CLOSE, this::close)
                .on(DRAW, this::draw)
                .on(CANCEL, RoundDesk::cancel)
                .shownAs(RoundView.class, RoundView::of);
    }

    Optional<AllocationRound> find(String id) {
        return cases.find(definition, id);
    }

    private Verdict close(AllocationRound round, Command.Nothing nothing, CommandContext context) {
        return Verdict.guards()
                .require(
                        context.today().isAfter(round.closesOn),
                        Reason.of("LIST_STILL_OPEN").required(round.closesOn, context.today()))
                .then(() -> {
                    var unit = units.find(round.unitIds.getFirst()).orElseThrow();
                    var entries = waiting.candidates(unit, round.closesOn).stream()
                            .map(each -> new Lot.Entry(each.id(), each.priorityClass()))
                            .toList();
                    var text = new Lot(round.id, round.unitIds, entries).text();
                    round.list = text;
                    round.listHash = Draw.sha256(text);
                });
    }

    private Verdict draw(AllocationRound round, Command.Nothing nothing, CommandContext context) {
        var seed = cipher.open(round.sealedSeed);
        var list = round.list == null ? "" : round.list;
        var guards = Verdict.guards()
                .require(
                        !context.today().isBefore(round.drawOn),
                        Reason.of("DRAW_TOO_EARLY").required(round.drawOn, context.today()))
                .require(Draw.sha256(seed).equals(round.commitment), "SEED_TAMPERED")
                .require(Draw.sha256(list).equals(round.listHash), "LIST_TAMPERED");
        if (!guards.hold()) {
            return guards.verdict();
        }
        // cut short, it is held again with the same list and seed: whoever has a home keeps it
        var handedOut = handOut(round, Draw.of(seed, list), context);
        if (handedOut.hindered() != null) {
            return new Verdict.Refused(handedOut.hindered());
        }
        round.awards = handedOut.awards();
        round.passedOver = handedOut.passedOver();
        round.seed = seed;
        round.drawnOn = context.today();
        return Verdict.granted().then(RETURN_HOMES.on(round.id, new Homes()));
    }

    /// @param hindered why the draw cannot be held to its end now; what was given by then stays given
    private record HandedOut(
            List<AllocationRound.Award> awards,
            List<AllocationRound.Passed> passedOver,
            @Nullable Refusal hindered) {}

    /// The homes in drawn order to the applications in drawn order; who has left the list is passed over, and nobody
    /// else.
    private HandedOut handOut(AllocationRound round, Draw.Result result, CommandContext context) {
        var drawing = new CommandContext(
                new Actor(context.actor().id(), Set.of("HOUSING_OFFICER", Actor.SYSTEM_ROLE), null, null, null, null),
                context.at(),
                context.correlationId(),
                context.causationId(),
                context.traceparent());
        var kept = units.all(round.unitIds).stream()
                .filter(unit -> round.id.equals(unit.roundId()))
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        var held = new HashMap<String, String>();
        kept.values().stream()
                .filter(unit -> unit.holder() != null)
                .forEach(unit -> held.put(unit.holder(), unit.id()));
        var free = new ArrayDeque<>(result.units().stream()
                .filter(id -> kept.containsKey(id) && kept.get(id).holder() == null)
                .toList());
        var awards = new ArrayList<AllocationRound.Award>();
        var passed = new ArrayList<AllocationRound.Passed>();
        for (var place : result.order()) {
            var mine = held.get(place.applicationId());
            if (mine == null && free.isEmpty()) {
                continue;
            }
            var unit = mine == null ? free.getFirst() : mine;
            switch (applications.allocateDrawn(place.applicationId(), unit, round.id, drawing)) {
                case DrawnHome.Given _ -> {
                    awards.add(new AllocationRound.Award(place.rank(), place.applicationId(), unit));
                    if (mine == null) {
                        free.removeFirst();
                    }
                }
                case DrawnHome.Left(String why, LocalDate since) ->
                    passed.add(new AllocationRound.Passed(place.rank(), place.applicationId(), unit, why, since));
                case DrawnHome.Hindered(Refusal refusal) -> {
                    return new HandedOut(awards, passed, refusal);
                }
            }
        }
        return new HandedOut(awards, passed, null);
    }

    boolean hadLeft(AllocationRound round, AllocationRound.Passed gone) {
        return round.drawnOn != null
                && applications.hadLeft(
                        gone.applicationId(),
                        gone.unitId(),
                        new DrawnHome.Left(gone.why(), gone.since()),
                        round.drawnOn);
    }

    private static Verdict cancel(AllocationRound round, Command.Because because, CommandContext context) {
        return Verdict.granted().then(RETURN_HOMES.on(round.id, new Homes()));
    }

    /// A home kept for a round whose announcement did not come to its end.
    void releaseForgotten(String unitId) {
        units.find(unitId)
                .map(Unit::roundId)
                .filter(round -> find(round).isEmpty())
                .ifPresent(units::letGo);
    }

    /// Closes a list, or draws it.
    Outcome<AllocationRound> enter(
            String id, Command<AllocationRound, Command.Nothing> command, CommandContext context) {
        return cases.fire(id, command, context);
    }
}
