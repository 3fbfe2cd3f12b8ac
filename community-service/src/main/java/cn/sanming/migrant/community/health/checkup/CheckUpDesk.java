package cn.sanming.migrant.community.health.checkup;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Enters check-ups that were held and keeps the plans of the employers (体检登记、定期体检计划).
@Component
class CheckUpDesk {

    static final String PATH = "/api/v1/community/check-ups";

    private final MongoTemplate mongo;
    private final RuleBook rules;

    CheckUpDesk(MongoTemplate mongo, RuleBook rules) {
        this.mongo = mongo;
        this.rules = rules;
    }

    Outcome<CheckUp> held(CheckUpController.Report wanted, CommandContext context) {
        var actor = context.actor();
        var ownFirm = actor.creditCode() != null && actor.creditCode().equals(wanted.employerUscc());
        if (!actor.has("HEALTH_WORKER") && !actor.has("HEALTH_OFFICER") && !ownFirm) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var faults = faults(wanted, context);
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        var district = Divisions.sanming().current(wanted.district());
        if (!ownFirm && !actor.mayActIn(district)) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
        }
        var employer = wanted.kind() == CheckUp.Kind.EMPLOYER ? wanted.employerUscc() : null;
        var id = Ids.of(
                "cu",
                wanted.kind().name(),
                String.valueOf(employer),
                wanted.place(),
                wanted.heldOn().toString());
        var checkUp = new CheckUp(
                id,
                CaseFile.opened(id, CheckUp.State.HELD, district, context),
                wanted.kind(),
                employer,
                wanted.place(),
                wanted.heldOn(),
                wanted.persons());
        checkUp.held(context);
        try {
            return Outcome.created(mongo.insert(checkUp), PATH + '/' + id);
        } catch (DuplicateKeyException _) {
            return Outcome.duplicate(PATH + '/' + id);
        }
    }

    private static List<Reason> faults(CheckUpController.Report wanted, CommandContext context) {
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming()
                .find(Divisions.sanming().current(wanted.district()))
                .isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (wanted.heldOn().isAfter(context.today())) {
            faults.add(Reason.at("/held_on", "DAY_IN_FUTURE").required(context.today(), wanted.heldOn()));
        }
        if (wanted.kind() == CheckUp.Kind.EMPLOYER && wanted.employerUscc() == null) {
            faults.add(Reason.at("/employer_uscc", "REQUIRED"));
        }
        return faults;
    }

    /// The plan of an employer as of a day: how many long-term workers it has, when they were last looked after, what
    /// is due.
    void plan(String employer, LocalDate on) {
        var figures = rules.context().on(on);
        int longTerm = figures.integer("health.longterm_months");
        int interval = figures.integer("health.checkup.interval_months");
        var works = mongo.find(Query.query(Criteria.where("employerUscc").is(employer)), LongTermWork.class).stream()
                .filter(work -> Dates.reached(work.startOn(), longTerm, on))
                .toList();
        if (works.isEmpty()) {
            return;
        }
        var last = lastHeld(employer, on);
        var first = works.stream()
                .map(work -> Dates.addMonths(work.startOn(), longTerm))
                .min(LocalDate::compareTo)
                .orElse(on);
        var next = last == null ? first : Dates.addMonths(last, interval);
        mongo.save(new CheckUpPlan(
                employer,
                works.getFirst().district(),
                (int) works.stream().map(LongTermWork::personId).distinct().count(),
                last,
                next,
                !next.isAfter(on)));
    }

    private @Nullable LocalDate lastHeld(String employer, LocalDate on) {
        return mongo.find(Query.query(Criteria.where("employerUscc").is(employer)), CheckUp.class).stream()
                .map(checkUp -> checkUp.heldOn)
                .filter(day -> !day.isAfter(on))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    void know(LongTermWork work) {
        mongo.save(work);
    }

    Outcome<CheckUpPlan> planOf(String employer) {
        var plan = mongo.findById(employer, CheckUpPlan.class);
        return plan == null ? Outcome.notFound() : Outcome.done(plan);
    }

    List<CheckUpPlan> plansIn(String district) {
        return mongo.find(Query.query(Criteria.where("district").is(district)).with(Sort.by("_id")), CheckUpPlan.class);
    }

    Outcome<CheckUp> find(String id) {
        var found = mongo.findById(id, CheckUp.class);
        return found == null ? Outcome.notFound() : Outcome.done(found);
    }
}
