package cn.sanming.migrant.community.station;

import cn.sanming.migrant.community.opening.WeekHours;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Plans, equips, opens, suspends and closes rest stations; a station opens only with everything it must have.
@Component
class StationDesk {

    static final Command<RestStation, NewStation> CREATE = Command.of("createRestStation", NewStation.class);
    static final Command<RestStation, Command.Nothing> OPEN = Command.of("openRestStation");
    static final Command<RestStation, Pause> SUSPEND = Command.of("suspendRestStation", Pause.class);
    static final Command<RestStation, Command.Nothing> REOPEN = Command.of("reopenRestStation");
    static final Command<RestStation, Command.Nothing> CLOSE = Command.of("closeRestStation");
    static final Command<RestStation, Equipment> EQUIP = Command.of("equipRestStation", Equipment.class);
    static final Command<RestStation, Hours> HOURS = Command.of("hoursRestStation", Hours.class);

    private static final Set<String> KEEPERS = Set.of("UNION_OFFICER", "HR_OFFICER");

    private final RuleBook rules;
    private final StationFacilities required;
    private final Cases cases;
    private final CaseDefinition<RestStation> definition;

    record NewStation(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 200) String address,
            String district,
            @Valid Position position,
            @Min(1) int capacity,
            List<String> facilities,
            @Valid WeekHours openHours) {}

    record Equipment(List<String> facilities) {}

    record Hours(@Valid WeekHours openHours) {}

    /// Both are the guard's to ask for, so both may be missing here.
    record Pause(@Nullable String reason, @Nullable LocalDate until) {}

    StationDesk(Cases cases, RuleBook rules, StationFacilities required) {
        this.rules = rules;
        this.required = required;
        this.cases = cases;
        this.definition = cases.define(RestStation.class, "RestStation", "/api/v1/community/stations")
                .opens(CREATE, KEEPERS, this::plan)
                .on(OPEN, this::open)
                .on(SUSPEND, StationDesk::suspend)
                .on(REOPEN, this::reopen)
                .on(CLOSE)
                .notes(EQUIP, KEEPERS, this::equip)
                .notes(HOURS, KEEPERS, StationDesk::keepHours)
                .shownAs(StationView.class, (station, _) -> StationView.of(station, required(station.facilities())));
    }

    Optional<RestStation> find(String id) {
        return cases.find(definition, id);
    }

    private Outcome<RestStation> plan(NewStation body, CommandContext context) {
        var district = Divisions.sanming().current(body.district());
        var faults = new ArrayList<Reason>(unknown(body.facilities()));
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        return Outcome.created(RestStation.planned(Ids.next("rs"), body, district, context), "");
    }

    private Verdict open(RestStation station, CommandContext context) {
        return complete(station.facilities()).then(() -> station.open(context));
    }

    private static Verdict suspend(RestStation station, Pause body, CommandContext context) {
        var reason = body.reason() == null ? "" : body.reason().strip();
        var until = body.until();
        return Verdict.guards()
                .require(!reason.isEmpty(), Reason.at("/reason", "SUSPENSION_REASON"))
                .require(until != null, Reason.at("/until", "SUSPENSION_UNTIL"))
                .require(
                        until == null || !until.isBefore(context.today()),
                        Reason.at("/until", "SUSPENSION_ENDS_BEFORE_TODAY")
                                .required(context.today(), String.valueOf(until)))
                .then(() -> station.suspend(reason, until == null ? context.today() : until));
    }

    /// To reopen is to open: what it must have has to be there again.
    private Verdict reopen(RestStation station, CommandContext context) {
        return complete(station.facilities()).then(station::reopen);
    }

    private Verdict equip(RestStation station, Equipment body, CommandContext context) {
        var unknown = unknown(body.facilities());
        if (!unknown.isEmpty()) {
            return new Verdict.Refused(new Refusal(Kind.VALIDATION, unknown, null));
        }
        var guards = station.file().is(StationState.OPEN) ? complete(body.facilities()) : Verdict.guards();
        return guards.require(!station.file().is(StationState.CLOSED), "STATION_CLOSED")
                .then(() -> station.equip(body.facilities()));
    }

    private static Verdict keepHours(RestStation station, Hours body, CommandContext context) {
        return Verdict.guards()
                .require(!station.file().is(StationState.CLOSED), "STATION_CLOSED")
                .then(() -> station.keepHours(body.openHours()));
    }

    private Verdict.Guards complete(List<String> facilities) {
        var guards = Verdict.guards();
        required(facilities)
                .forEach(missing -> guards.require(
                        false,
                        Reason.of("FACILITY_MISSING")
                                .clause("measure 16: 按需求配齐服务设施")
                                .required(missing, facilities)));
        return guards;
    }

    /// What rule REST_STATION still asks for.
    private List<String> required(List<String> facilities) {
        return rules.decide(required, new StationFacilities.Facts(facilities))
                .result()
                .missing();
    }

    private List<Reason> unknown(List<String> facilities) {
        var ruleContext = rules.context();
        var figures = ruleContext.on(ruleContext.today());
        var known = new ArrayList<>(figures.list("reststation.required"));
        known.addAll(figures.list("reststation.extra"));
        return facilities.stream()
                .filter(facility -> !known.contains(facility))
                .map(facility -> Reason.at("/facilities", "UNKNOWN_FACILITY").required(known, facility))
                .toList();
    }
}
