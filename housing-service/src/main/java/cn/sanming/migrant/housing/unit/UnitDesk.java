package cn.sanming.migrant.housing.unit;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window where units are entered, shown, closed for repairs and opened again.
@Component
class UnitDesk {

    static final String OFFICER = "HOUSING_OFFICER";

    private final Units units;
    private final Sites sites;
    private final RuleBook rules;

    UnitDesk(Units units, Sites sites, RuleBook rules) {
        this.units = units;
        this.sites = sites;
        this.rules = rules;
    }

    /// @param registered how many are new; the others were entered before
    record Registered(int registered, List<UnitView> items) {}

    Outcome<Registered> register(Registration sheet, CommandContext context) {
        var actor = context.actor();
        if (!actor.has(OFFICER)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(OFFICER, actor.roles()));
        }
        var site = sites.find(sheet.projectId()).orElse(null);
        if (site == null) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/project_id", "PROJECT_UNKNOWN"));
        }
        if (!actor.mayActIn(site.district())) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(site.district(), actor.county()));
        }
        var faults = faults(sheet, site, context);
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.GUARD_FAILED, faults, null));
        }
        int fresh = 0;
        var shown = new ArrayList<UnitView>();
        for (var room : sheet.units()) {
            for (var unit : unitsOf(sheet.projectId(), site, room)) {
                fresh += units.register(unit) ? 1 : 0;
                shown.add(UnitView.of(units.find(unit.id()).orElse(unit), true));
            }
        }
        return Outcome.created(new Registered(fresh, shown), "/api/v1/housing/units?project_id=" + sheet.projectId());
    }

    private List<Reason> faults(Registration sheet, Sites.Site site, CommandContext context) {
        var faults = new ArrayList<Reason>();
        if (!site.registering()) {
            faults.add(Reason.at("/project_id", "PROJECT_NOT_BUILT"));
        }
        var limit = rules.policy().on(context.today(), site.district()).decimal("housing.small_unit_max_area");
        for (int i = 0; i < sheet.units().size(); i++) {
            var room = sheet.units().get(i);
            var at = "/units/" + i;
            var rental = room.programmeOrRental() == Programme.PUBLIC_RENTAL;
            if (rental && room.area().compareTo(limit) > 0) {
                faults.add(Reason.at(at + "/area", "ABOVE_SMALL_UNIT").required(limit, room.area()));
            }
            if (!rental && room.salePrice() == null) {
                faults.add(Reason.at(at + "/sale_price", "REQUIRED"));
            }
            if ((site.kind() == UnitKind.DORMITORY) != (room.beds() != null)) {
                faults.add(Reason.at(at + "/beds", "BEDS_OF_A_DORMITORY").required(site.kind(), room.beds()));
            }
        }
        return faults;
    }

    private static List<Unit> unitsOf(String projectId, Sites.Site site, Registration.Room room) {
        var made = new ArrayList<Unit>();
        int beds = room.beds() == null ? 1 : room.beds();
        for (int bed = 1; bed <= beds; bed++) {
            var number = room.beds() == null ? null : Integer.valueOf(bed);
            made.add(new Unit(
                    Ids.of("un", projectId, room.address(), Integer.toString(bed)),
                    projectId,
                    site.district(),
                    room.programmeOrRental(),
                    site.kind(),
                    room.address(),
                    number,
                    room.area(),
                    room.rentPerM2(),
                    room.salePrice(),
                    room.directedTo(),
                    Boolean.TRUE.equals(room.forMigrantWorkers()),
                    UnitState.FREE,
                    null,
                    null,
                    null));
        }
        return made;
    }

    /// Closes a free unit for repairs, or opens it again.
    Outcome<UnitView> change(String id, UnitState from, UnitState to, CommandContext context) {
        var actor = context.actor();
        var unit = units.find(id).orElse(null);
        if (unit == null) {
            return Outcome.notFound();
        }
        if (!actor.has(OFFICER)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(OFFICER, actor.roles()));
        }
        if (!actor.mayActIn(unit.district())) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(unit.district(), actor.county()));
        }
        return units.change(id, from, to)
                ? one(id, actor)
                : Outcome.refused(
                        Kind.ILLEGAL_TRANSITION, Reason.of("UNIT_NOT_" + from).required(from, unit.state()));
    }

    Outcome<UnitView> one(String id, Actor actor) {
        return units.find(id)
                .map(unit -> Outcome.done(UnitView.of(unit, mayKnowHolder(unit, actor))))
                .orElseGet(Outcome::notFound);
    }

    Outcome<Page<UnitView>> list(
            @Nullable String district,
            @Nullable String projectId,
            @Nullable UnitState state,
            @Nullable String after,
            @Nullable Integer limit,
            Actor actor) {
        var size = Page.limit(limit);
        var rows = units.page(
                actor.has(OFFICER) && actor.county() != null ? actor.county() : district,
                projectId,
                state == null ? null : state.name(),
                after,
                size);
        var page = Page.of(rows, size, Unit::id);
        return Outcome.done(new Page<>(
                page.items().stream()
                        .map(unit -> UnitView.of(unit, mayKnowHolder(unit, actor)))
                        .toList(),
                page.next()));
    }

    private static boolean mayKnowHolder(Unit unit, Actor actor) {
        return actor.has(OFFICER) && actor.mayActIn(unit.district());
    }
}
