package cn.sanming.migrant.community.health.followup;

import cn.sanming.migrant.community.health.Envelope;
import cn.sanming.migrant.community.health.FollowUpDue;
import cn.sanming.migrant.community.health.SealedNote;
import cn.sanming.migrant.community.health.record.HealthRecordDesk;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
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

    static final Command<FollowUp, Plan> OPEN = Command.of("openFollowUp", Plan.class);
    static final Command<FollowUp, Visit> COMPLETE = Command.of("completeFollowUp", Visit.class);
    static final Command<FollowUp, Command.Nothing> MISS = Command.of("missFollowUp");
    static final Command<FollowUp, Cancellation> CANCEL = Command.of("cancelFollowUp", Cancellation.class);

    static final String PATH = "/api/v1/community/follow-ups";

    private final Cases cases;
    private final CaseDefinition<FollowUp> definition;
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
            Cases cases,
            MongoTemplate mongo,
            Envelope envelope,
            HealthRecordDesk records,
            RuleBook rules,
            FollowUpDue due) {
        this.cases = cases;
        this.mongo = mongo;
        this.envelope = envelope;
        this.records = records;
        this.rules = rules;
        this.due = due;
        this.definition = cases.define(FollowUp.class, "FollowUp", PATH)
                .opens(OPEN, Set.of("HEALTH_WORKER"), this::plan)
                .on(COMPLETE, (one, body, context) -> treated(one, context, () -> complete(one, body, context)))
                .on(MISS, this::miss)
                .on(
                        CANCEL,
                        (one, body, context) -> treated(one, context, () -> {
                            one.content = envelope.close(content(one).cancelled(body.reason()));
                            return Verdict.granted();
                        }))
                .confidential()
                .shownAs(FollowUpReceipt.class, FollowUpReceipt::of);
    }

    /// The first plan stands on a health record; patients below the age of the programme are not followed up.
    private Outcome<FollowUp> plan(Plan plan, CommandContext context) {
        var record = records.active(plan.personId().value()).orElse(null);
        if (record == null || !record.sealed().isTreatedBy(context.actor())) {
            // whether somebody else's patient has a record is nobody's business
            return Outcome.refused(Kind.GUARD_FAILED, Reason.at("/person_id", "NO_HEALTH_RECORD_HERE"));
        }
        int least = rules.context().on(context.today()).integer("health.followup.min_age");
        var age = Dates.age(records.birthDateIn(record), context.today());
        var guards = Verdict.guards()
                .require(age >= least, Reason.of("BELOW_AGE").required(least, "younger"))
                .require(!plan.lastFollowup().isAfter(context.today()), Reason.at("/last_followup", "DAY_IN_FUTURE"));
        if (!guards.hold()) {
            return new Outcome.Refused<>(((Verdict.Refused) guards.verdict()).refusal());
        }
        var one = planned(
                record.sealed(),
                new FollowUp.Content(
                        plan.personId().value(),
                        record.sealed().guardianIds(),
                        plan.condition(),
                        null,
                        null,
                        null,
                        null),
                plan.lastFollowup(),
                plan.controlled(),
                context);
        return mongo.exists(Query.query(Criteria.where("_id").is(one.id)), FollowUp.class)
                ? Outcome.duplicate(PATH + '/' + one.id, Reason.of("ALREADY_PLANNED"))
                : Outcome.created(one, "");
    }

    private FollowUp planned(
            SealedNote of, FollowUp.Content content, LocalDate last, boolean controlled, CommandContext context) {
        var dueOn = rules.decide(due, new FollowUpDue.Facts(last, controlled))
                .result()
                .dueOn();
        var id = "fu-"
                + envelope.index(
                        "follow-up", content.personId(), content.condition().name(), dueOn.toString());
        return new FollowUp(
                id,
                CaseFile.opened(id, FollowUpState.PLANNED, of.district(), context),
                patient(content.personId()),
                of.clinic(),
                dueOn,
                envelope.close(content));
    }

    /// Guard: on or before the due day; later it is missed first and then done late. The next one is planned by
    /// rule FOLLOWUP_DUE, under an id that never changes, so that a repeat plans nothing twice.
    private Verdict complete(FollowUp one, Visit visit, CommandContext context) {
        return Verdict.guards()
                .require(
                        !one.file.is(FollowUpState.PLANNED) || !context.today().isAfter(one.dueOn),
                        Reason.of("DUE_DAY_PASSED").required(one.dueOn, context.today()))
                .require(
                        !visit.doneOn().isAfter(context.today()),
                        Reason.at("/done_on", "DAY_IN_FUTURE").required(context.today(), visit.doneOn()))
                .then(() -> {
                    var content = content(one);
                    one.content = envelope.close(content.done(visit.doneOn(), visit.controlled(), visit.note()));
                    var fresh = new FollowUp.Content(
                            content.personId(), content.guardianIds(), content.condition(), null, null, null, null);
                    var next = planned(sealed(one), fresh, visit.doneOn(), visit.controlled(), context);
                    try {
                        mongo.insert(next);
                    } catch (DuplicateKeyException _) {
                        // planned by an earlier attempt, or by hand
                    }
                    one.next = next.id;
                });
    }

    private Verdict miss(FollowUp one, CommandContext context) {
        return Verdict.guards()
                .require(
                        one.dueOn.isBefore(context.today()),
                        Reason.of("NOT_YET_MISSED").required(one.dueOn, context.today()))
                .then(() -> {
                    var content = content(one);
                    one.file.record(
                            new FollowUpMissed(
                                    one.id, envelope.statistical(content.personId()), content.condition(), one.dueOn),
                            context);
                });
    }

    /// The case definition knows the role; whether the worker is of this district and clinic is asked here.
    private static Verdict treated(FollowUp one, CommandContext context, Supplier<Verdict> work) {
        return SealedNote.isTreatedBy(context.actor(), one.district(), one.clinic)
                ? work.get()
                : Verdict.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_PATIENT"));
    }

    Outcome<FollowUp> missed(String id, CommandContext context) {
        return cases.fire(id, MISS, context);
    }

    FollowUp.Content content(FollowUp one) {
        return envelope.open(one.content, FollowUp.Content.class);
    }

    SealedNote sealed(FollowUp one) {
        var content = content(one);
        return new SealedNote(
                "FollowUp", one.id, content.personId(), content.guardianIds(), one.district(), one.clinic);
    }

    private String patient(String personId) {
        return envelope.index("patient", personId);
    }

    List<FollowUp> of(String personId) {
        return mongo.find(Query.query(Criteria.where("patient").is(patient(personId))), FollowUp.class);
    }
}
