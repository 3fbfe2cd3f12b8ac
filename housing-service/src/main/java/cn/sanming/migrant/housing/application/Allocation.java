package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.lease.LeaseLimits;
import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.housing.unit.Sites;
import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.housing.unit.Units;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From the waiting list to the keys (配租、配售): allocation, refusal, signing.
@Component
class Allocation {

    private final Units units;
    private final Sites sites;
    private final WaitingList list;
    private final Tenancies tenancies;
    private final RuleBook rules;
    private final LeaseLimits limits;

    /// @param roundId set by a draw only; an officer allocates in the order of the list
    record Allotment(
            @Size(min = 1, max = 40) String unitId,
            @Size(max = 40) @Nullable String roundId) {}

    record LeaseForm(LocalDate startOn, LocalDate endOn) {}

    Allocation(Units units, Sites sites, WaitingList list, Tenancies tenancies, RuleBook rules, LeaseLimits limits) {
        this.units = units;
        this.sites = sites;
        this.list = list;
        this.tenancies = tenancies;
        this.rules = rules;
        this.limits = limits;
    }

    Verdict allocate(HousingApplication application, Allotment body, CommandContext context) {
        var unit = units.find(body.unitId()).orElse(null);
        if (unit == null) {
            return Verdict.refused(Kind.GUARD_FAILED, Reason.at("/unit_id", "UNIT_UNKNOWN"));
        }
        var guards = Verdict.guards();
        Suitability.objections(unit, application).forEach(reason -> guards.require(false, reason));
        guards.require(sites.find(unit.projectId()).filter(Sites.Site::inUse).isPresent(), "PROJECT_NOT_IN_USE");
        if (body.roundId() == null) {
            list.firstBefore(application, unit)
                    .ifPresent(first ->
                            guards.require(false, Reason.of("NOT_NEXT_ON_LIST").required(first.id, application.id)));
        } else {
            guards.require(context.actor().isSystem(), Reason.at("/round_id", "ONLY_BY_DRAW"));
        }
        if (!guards.hold()) {
            return guards.verdict();
        }
        // the unit first: whoever gets it in this one write has it, everybody else is refused
        if (!units.take(unit.id(), application.id, body.roundId(), context.today())) {
            return Verdict.refused(Kind.GUARD_FAILED, notFree(unit, application));
        }
        var figures = rules.policy().on(context.today(), application.file.district());
        application.unitId = unit.id();
        application.roundId = body.roundId();
        application.allocatedOn = context.today();
        application.signBy = rules.calendar().calendarDaysAfter(context.today(), figures.integer("housing.sign_days"));
        application.leaveQueue();
        return Verdict.granted();
    }

    private Reason notFree(Unit unit, HousingApplication application) {
        var held = units.heldBy(application.id).orElse(null);
        if (held != null) {
            return Reason.of("HOLDS_ANOTHER_UNIT").required(held.id(), unit.id());
        }
        var now = units.find(unit.id()).orElse(unit);
        return now.roundId() != null && now.holder() == null
                ? Reason.of("KEPT_FOR_DRAW").required("FREE", now.roundId())
                : Reason.of("UNIT_NOT_FREE").required("FREE", now.state());
    }

    Verdict signLease(HousingApplication application, LeaseForm body, CommandContext context) {
        var decision = rules.decide(limits, new LeaseLimits.Facts(body.startOn(), body.endOn()));
        var signed = signing(application, context)
                .require(application.programme == Programme.PUBLIC_RENTAL, "PUBLIC_RENTAL_ONLY")
                .require(
                        decision.result().accepted(),
                        Reason.at("/end_on", "LEASE_TOO_LONG")
                                .required(decision.result().latestPermittedEnd(), body.endOn()))
                .require(!body.endOn().isBefore(body.startOn()), Reason.at("/end_on", "ENDS_BEFORE_START"))
                .require(
                        application.allocatedOn != null && !body.startOn().isBefore(application.allocatedOn),
                        Reason.at("/start_on", "BEFORE_ALLOCATION"))
                .require(!tenancies.anyOpenOf(application.household), "DUPLICATE")
                .then(() -> {
                    application.terms = new HousingApplication.Terms(body.startOn(), body.endOn());
                    application.openKey = null;
                });
        return ApplicationEffects.leased(application, signed);
    }

    Verdict signSale(HousingApplication application, Nothing nothing, CommandContext context) {
        var price = units.heldBy(application.id).map(Unit::salePrice).orElse(null);
        var signed = signing(application, context)
                .require(application.programme == Programme.PRICE_LIMITED, "PRICE_LIMITED_ONLY")
                .require(price != null, "NOT_FOR_SALE")
                .then(() -> {
                    var years = rules.policy()
                            .on(context.today(), application.file.district())
                            .integer("housing.plh.resale_lock_years");
                    application.sale = new HousingApplication.Sale(
                            price, context.today(), Dates.addYears(context.today(), years), null);
                    application.openKey = null;
                });
        return ApplicationEffects.sold(application, signed);
    }

    private Verdict.Guards signing(HousingApplication application, CommandContext context) {
        var until = application.signBy;
        return Verdict.guards()
                .require(
                        until != null && !context.today().isAfter(until),
                        Reason.of("SIGNING_TIME_OVER").required(until, context.today()))
                .require(
                        units.heldBy(application.id)
                                .filter(unit -> unit.id().equals(application.unitId))
                                .isPresent(),
                        "UNIT_NOT_HELD");
    }

    /// The first refusal costs nothing: back to the old place on the list, but not for the same home.
    Verdict refuse(HousingApplication application, Nothing nothing, CommandContext context) {
        return ApplicationEffects.released(
                application.unitId,
                application,
                Verdict.guards()
                        .require(application.refusals == 0, "FIRST_REFUSAL_ONLY")
                        .then(() -> {
                            application.refusals = 1;
                            giveUp(application);
                            application.joinQueue();
                        }));
    }

    /// The second refusal ends the application; the worker says so here, the system lets it lapse.
    Verdict decline(HousingApplication application, Nothing nothing, CommandContext context) {
        return Verdict.guards()
                .require(application.file.is(ApplicationState.ALLOCATED), "NOTHING_ALLOCATED")
                .require(application.refusals == 1, "REFUSE_FIRST")
                .then(() -> application.refusals = 2)
                .then(ApplicationDesk.LAPSE.on(application.id, new Nothing()));
    }

    Verdict lapse(HousingApplication application, Nothing nothing, CommandContext context) {
        var lapsed = Verdict.guards()
                .require(
                        mayLapse(application, context.today()),
                        Reason.of("SIGNING_TIME_RUNNING").required(application.signBy, context.today()))
                .then(() ->
                        application.close(List.of(application.refusals > 1 ? "REFUSED_TWICE" : "NOT_SIGNED_IN_TIME")));
        return ApplicationEffects.released(application.unitId, application, lapsed);
    }

    static boolean mayLapse(HousingApplication application, LocalDate on) {
        return application.refusals > 1 || application.signBy != null && on.isAfter(application.signBy);
    }

    private static void giveUp(HousingApplication application) {
        if (application.unitId != null) {
            application.refusedUnits.add(application.unitId);
        }
        application.unitId = null;
        application.roundId = null;
        application.allocatedOn = null;
        application.signBy = null;
    }

    /// A price-limited home may be sold on when the lock is over.
    Verdict permitResale(HousingApplication application, Nothing nothing, CommandContext context) {
        var sale = application.sale;
        return Verdict.guards()
                .require(sale != null, "NOT_SOLD")
                .require(
                        sale != null && !context.today().isBefore(sale.lockedUntil()),
                        Reason.of("RESALE_LOCKED").required(sale == null ? null : sale.lockedUntil(), context.today()))
                .then(() -> {
                    if (sale != null) {
                        application.sale = new HousingApplication.Sale(
                                sale.price(), sale.signedOn(), sale.lockedUntil(), context.today());
                    }
                });
    }
}
