package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Registers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for hot days: takes in forecasts and records of work outdoors, and holds one against the other
/// whichever comes first.
@Component
class HeatDesk {

    static final String ALERTS = "/api/v1/wages/heat-alerts";
    static final String RECORDS = "/api/v1/wages/outdoor-work-records";
    private static final String CONSTRUCTION = "CONSTRUCTION";
    private static final Set<String> FORECASTERS = Set.of("HR_OFFICER", "UNIT_OFFICER", "SERVICE");
    private static final Set<String> OFFICERS =
            Set.of("HR_OFFICER", "INSPECTOR", "INSPECTION_HEAD", "UNION_OFFICER", "SUPERVISOR");

    private final MongoTemplate mongo;
    private final Registers registers;
    private final RuleBook rules;
    private final HeatBands bands;
    private final HeatPerson persons;

    HeatDesk(MongoTemplate mongo, Registers registers, RuleBook rules, HeatBands bands, HeatPerson persons) {
        this.mongo = mongo;
        this.registers = registers;
        this.rules = rules;
        this.bands = bands;
        this.persons = persons;
    }

    /// The weather station's forecast of a day: an alert from the first band on, raised when the forecast rises.
    Outcome<HeatAlertView> forecast(String district, LocalDate day, BigDecimal temperature, CommandContext context) {
        var actor = context.actor();
        if (!actor.hasAny(FORECASTERS)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(FORECASTERS, actor.roles()));
        }
        if (!actor.mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        var band = limits(temperature, null, day).band();
        var id = HeatAlert.idOf(district, day);
        var known = registers.find(HeatAlert.class, id).isPresent();
        if (!known && band == HeatBand.NONE) {
            return Outcome.done(view(null, district, day, temperature));
        }
        var outcome = known
                ? follow(id, temperature, band, context)
                : switch (registers.enter(
                        HeatAlert.raised(district, day, temperature, band, context),
                        ALERTS + '/' + id,
                        HeatAlert::id)) {
                    case Outcome.Refused<HeatAlert> _ -> follow(id, temperature, band, context);
                    case Outcome.Created<HeatAlert> created -> created;
                    case Outcome.Done<HeatAlert> done -> done;
                };
        reassess(district, day, context);
        return outcome.map(this::view);
    }

    private Outcome<HeatAlert> follow(String id, BigDecimal temperature, HeatBand band, CommandContext context) {
        return registers.change(HeatAlert.class, id, _ -> true, alert -> {
            alert.follow(temperature, band, context);
            return Verdict.granted();
        });
    }

    /// Work that was recorded before the day turned out so hot.
    private void reassess(String district, LocalDate day, CommandContext context) {
        var records = mongo.find(
                Query.query(
                        Criteria.where("file.district").is(district).and("day").is(day)),
                OutdoorWorkRecord.class);
        for (var record : records) {
            registers
                    .change(OutdoorWorkRecord.class, record.id(), _ -> true, found -> {
                        assess(found, context);
                        return Verdict.granted();
                    })
                    .orRetry();
        }
    }

    Outcome<OutdoorWorkRecord.View> record(OutdoorWorkRecord worked, CommandContext context) {
        var actor = context.actor();
        if (!worked.employerUscc().equals(actor.creditCode())
                && !(actor.hasAny(OFFICERS) && actor.mayActIn(worked.district()))) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_RECORD"));
        }
        assess(worked, context);
        var path = RECORDS + '/' + worked.id();
        return registers.enter(worked, path, _ -> path).map(OutdoorWorkRecord::view);
    }

    private void assess(OutdoorWorkRecord worked, CommandContext context) {
        registers
                .find(HeatAlert.class, HeatAlert.idOf(worked.district(), worked.day()))
                .ifPresent(alert -> {
                    var limits = limits(alert.maxTemperature(), worked.work().industry(), worked.day());
                    var allowed = rules.decide(
                                    persons,
                                    new HeatPerson.Facts(
                                            alert.maxTemperature(), null, null, true, null, true, worked.day()))
                            .result();
                    worked.assess(limits, allowed.assignmentAllowed(), context);
                });
    }

    Outcome<HeatAlertView> alert(String id) {
        return registers
                .find(HeatAlert.class, id)
                .map(found -> Outcome.done(view(found)))
                .orElseGet(Outcome::notFound);
    }

    Page<HeatAlertView> alerts(
            @Nullable String district, @Nullable LocalDate day, @Nullable String after, @Nullable Integer limit) {
        var wanted = new HashMap<String, @Nullable Object>();
        wanted.put("file.district", district);
        wanted.put("day", day);
        return Registers.shown(registers.page(HeatAlert.class, HeatAlert::id, wanted, after, limit), this::view);
    }

    Outcome<OutdoorWorkRecord.View> recorded(String id, Actor actor) {
        return registers
                .find(OutdoorWorkRecord.class, id)
                .filter(found -> found.employerUscc().equals(actor.creditCode())
                        || actor.hasAny(OFFICERS) && actor.mayActIn(found.district()))
                .map(found -> Outcome.done(found.view()))
                .orElseGet(Outcome::notFound);
    }

    Outcome<Page<OutdoorWorkRecord.View>> records(
            @Nullable String employerUscc,
            @Nullable LocalDate day,
            @Nullable String state,
            @Nullable String after,
            @Nullable Integer limit,
            Actor actor) {
        var wanted = new HashMap<String, @Nullable Object>();
        if (actor.hasAny(OFFICERS)) {
            wanted.put("file.district", actor.county());
            wanted.put("employerUscc", employerUscc);
        } else if (actor.creditCode() != null) {
            wanted.put("employerUscc", actor.creditCode());
        } else {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        wanted.put("day", day);
        wanted.put("file.state", state);
        var page = registers.page(OutdoorWorkRecord.class, OutdoorWorkRecord::id, wanted, after, limit);
        return Outcome.done(Registers.shown(page, OutdoorWorkRecord::view));
    }

    private HeatBands.Finding limits(BigDecimal temperature, @Nullable String industry, LocalDate day) {
        return rules.decide(bands, new HeatBands.Facts(temperature, industry, day))
                .result();
    }

    private HeatAlertView view(HeatAlert alert) {
        return view(alert.id(), alert.district(), alert.day(), alert.maxTemperature());
    }

    private HeatAlertView view(@Nullable String id, String district, LocalDate day, BigDecimal temperature) {
        var general = limits(temperature, null, day);
        return new HeatAlertView(
                id,
                district,
                day,
                temperature.toPlainString(),
                general.band(),
                general,
                limits(temperature, CONSTRUCTION, day));
    }
}
