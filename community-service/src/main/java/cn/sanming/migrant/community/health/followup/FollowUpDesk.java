package cn.sanming.migrant.community.health.followup;

import cn.sanming.migrant.community.health.Confided;
import cn.sanming.migrant.community.health.Envelope;
import cn.sanming.migrant.community.health.FollowUpDue;
import cn.sanming.migrant.community.health.record.HealthRecordDesk;
import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal.Kind;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Plans follow-ups, enters what came of them and plans the next (随访管理).
@Component
class FollowUpDesk {

    static final String PATH = "/api/v1/community/follow-ups";

    private final Dockets dockets;
    private final Docket<FollowUp> docket;
    private final MongoTemplate mongo;
    private final Envelope envelope;
    private final HealthRecordDesk records;
    private final RuleBook rules;
    private final FollowUpDue due;

    record Plan(WorkerId personId, Condition condition, LocalDate lastFollowup, boolean controlled) {}

    record Visit(
            LocalDate doneOn,
            boolean controlled,
            @Nullable @Size(max = 2000) String note) {}

    record Cancellation(FollowUp.CancelReason reason) {}

    FollowUpDesk(
            Dockets dockets,
            MongoTemplate mongo,
            Envelope envelope,
            HealthRecordDesk records,
            RuleBook rules,
            FollowUpDue due) {
        this.dockets = dockets;
        this.mongo = mongo;
        this.envelope = envelope;
        this.records = records;
        this.rules = rules;
        this.due = due;
        this.docket = dockets.declare(FollowUp.class, "FollowUp", PATH)
                .opens(Plan.class, Set.of("HEALTH_WORKER"), this::plan)
                .on("complete", Visit.class, (one, body, act) -> treated(one, act, () -> complete(one, body, act)))
                .on("miss", this::miss)
                .on(
                        "cancel",
                        Cancellation.class,
                        (one, body, act) -> treated(one, act, () -> {
                            one.content = envelope.close(content(one).cancelled(body.reason()));
                            return Verdict.granted();
                        }))
                .confidential()
                .shownAs(FollowUpReceipt.class, FollowUpReceipt::of);
    }

    /// The first plan stands on a health record; patients below the age of the programme are not followed up.
    private Outcome<FollowUp> plan(Plan plan, Act act) {
        var record = records.active(plan.personId().value()).orElse(null);
        if (record == null || !record.confided().isTreatedBy(act.actor())) {
            // whether somebody else's patient has a record is nobody's business
            return Outcome.refused(Kind.GUARD_FAILED, Reason.at("/person_id", "NO_HEALTH_RECORD_HERE"));
        }
        int least = rules.grounds().on(act.today()).integer("health.followup.min_age");
        var age = Dates.age(records.birthDateIn(record), act.today());
        var guards = Verdict.guards()
                .require(age >= least, Reason.of("BELOW_AGE").required(least, "younger"))
                .require(!plan.lastFollowup().isAfter(act.today()), Reason.at("/last_followup", "DAY_IN_FUTURE"));
        if (!guards.hold()) {
            return new Outcome.Refused<>(((Verdict.Refused) guards.verdict()).refusal());
        }
        var one = planned(
                record.confided(),
                new FollowUp.Content(
                        plan.personId().value(),
                        record.confided().guardianIds(),
                        plan.condition(),
                        null,
                        null,
                        null,
                        null),
                plan.lastFollowup(),
                plan.controlled(),
                act);
        return mongo.exists(Query.query(Criteria.where("_id").is(one.id)), FollowUp.class)
                ? Outcome.duplicate(PATH + '/' + one.id, Reason.of("ALREADY_PLANNED"))
                : Outcome.created(one, "");
    }

    private FollowUp planned(Confided of, FollowUp.Content content, LocalDate last, boolean controlled, Act act) {
        var dueOn = rules.decide(due, new FollowUpDue.Facts(last, controlled))
                .result()
                .dueOn();
        var id = "fu-"
                + envelope.index(
                        "follow-up", content.personId(), content.condition().name(), dueOn.toString());
        return new FollowUp(
                id,
                CaseFile.opened(id, FollowUpState.PLANNED, of.district(), act),
                patient(content.personId()),
                of.clinic(),
                dueOn,
                envelope.close(content));
    }

    /// Guard: on or before the due day; later it is missed first and then done late. The next one is planned by rule
    /// FOLLOWUP_DUE, under an id that never changes, so that a repeat plans nothing twice.
    private Verdict complete(FollowUp one, Visit visit, Act act) {
        return Verdict.guards()
                .require(
                        !one.file.is(FollowUpState.PLANNED) || !act.today().isAfter(one.dueOn),
                        Reason.of("DUE_DAY_PASSED").required(one.dueOn, act.today()))
                .require(
                        !visit.doneOn().isAfter(act.today()),
                        Reason.at("/done_on", "DAY_IN_FUTURE").required(act.today(), visit.doneOn()))
                .then(() -> {
                    var content = content(one);
                    one.content = envelope.close(content.done(visit.doneOn(), visit.controlled(), visit.note()));
                    var fresh = new FollowUp.Content(
                            content.personId(), content.guardianIds(), content.condition(), null, null, null, null);
                    var next = planned(confided(one), fresh, visit.doneOn(), visit.controlled(), act);
                    try {
                        mongo.insert(next);
                    } catch (DuplicateKeyException _) {
                        // planned by an earlier attempt, or by hand
                    }
                    one.next = next.id;
                });
    }

    private Verdict miss(FollowUp one, Act act) {
        return Verdict.guards()
                .require(
                        one.dueOn.isBefore(act.today()),
                        Reason.of("NOT_YET_MISSED").required(one.dueOn, act.today()))
                .then(() -> {
                    var content = content(one);
                    one.file.record(
                            new FollowUpMissed(
                                    one.id, envelope.statistical(content.personId()), content.condition(), one.dueOn),
                            act);
                });
    }

    /// The docket knows the role; whether the worker is of this district and clinic is asked here.
    private static Verdict treated(FollowUp one, Act act, Supplier<Verdict> work) {
        return Confided.isTreatedBy(act.actor(), one.district(), one.clinic)
                ? work.get()
                : Verdict.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_PATIENT"));
    }

    int missDue(LocalDate date, Act act) {
        return dockets.sweep(
                docket, List.of(FollowUpState.PLANNED), one -> one.dueOn.isBefore(date) ? "miss" : null, act);
    }

    FollowUp.Content content(FollowUp one) {
        return envelope.open(one.content, FollowUp.Content.class);
    }

    Confided confided(FollowUp one) {
        var content = content(one);
        return new Confided("FollowUp", one.id, content.personId(), content.guardianIds(), one.district(), one.clinic);
    }

    private String patient(String personId) {
        return envelope.index("patient", personId);
    }

    List<FollowUp> of(String personId) {
        return mongo.find(Query.query(Criteria.where("patient").is(patient(personId))), FollowUp.class);
    }
}
