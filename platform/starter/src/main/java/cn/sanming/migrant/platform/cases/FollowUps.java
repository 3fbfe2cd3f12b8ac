package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.EventJson;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.RequestKey;
import cn.sanming.migrant.platform.kernel.RetryLater;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// Carries out what saved cases owe: at once, before the answer, and from the document again until it is done.
/// A step runs under a key of its own, so that a case it has moved before recognises it.
final class FollowUps {

    static final String PENDING = "file.followUps.pending";
    static final int TRIES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(FollowUps.class);
    private static final Duration BUDGET = Duration.ofMillis(300);

    private final CaseStore store;
    private final Steps steps;
    private final Parking parking;
    private final Clock clock;

    FollowUps(CaseStore store, Steps steps, Parking parking, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.parking = parking;
        this.clock = clock;
    }

    /// What came of one try.
    private enum Result {
        SETTLED,
        AGAIN
    }

    /// @return the case as it is stored when everything that could be done at once is done
    <A extends CaseAggregate> A carryOut(CaseDefinition<A> definition, A saved, CommandContext context) {
        var pending = saved.file().followUps();
        if (pending.isEmpty()) {
            return saved;
        }
        long end = System.nanoTime() + BUDGET.toNanos();
        for (var next : pending) {
            if (System.nanoTime() > end || tryOne(definition.type, saved.id(), next, context.at()) == Result.AGAIN) {
                // the order holds: what comes after waits as well
                steps.late();
                break;
            }
        }
        return Objects.requireNonNullElse(store.find(definition.type, saved.id()), saved);
    }

    /// Tries again what a case still owes and is due.
    void again(Class<? extends CaseAggregate> type, String caseId, List<PendingFollowUp> pending) {
        for (var next : pending) {
            if (next.tries() >= TRIES) {
                return;
            }
            if (next.due().isAfter(Instant.now()) || tryOne(type, caseId, next, clock.instant()) == Result.AGAIN) {
                steps.late();
                return;
            }
        }
    }

    private Result tryOne(Class<? extends CaseAggregate> type, String caseId, PendingFollowUp next, Instant at) {
        try {
            var outcome = steps.run(next.step(), next.target(), next.body(), contextOf(next, next.id(), at));
            if (outcome instanceof Outcome.Refused<?>(Refusal refusal)) {
                refused(caseId, next, refusal, at);
            }
            takeOff(type, caseId, next.id());
            parking.settled(type, caseId, next);
            return Result.SETTLED;
        } catch (RuntimeException e) {
            LOG.warn("{} of {} comes again: {}", next.step(), caseId, e.toString());
            postpone(type, caseId, next, e);
            return Result.AGAIN;
        }
    }

    private void refused(String caseId, PendingFollowUp next, Refusal refusal, Instant at) {
        switch (refusal.kind()) {
            case VERSION_CONFLICT, UNAVAILABLE -> throw new RetryLater(refusal);
            case Refusal.Kind _ -> {
                switch (next.onRefusal()) {
                    case DONE -> LOG.debug("{} of {} had been done", next.step(), caseId);
                    case PARK -> throw new RetryLater(refusal);
                    case COMPENSATE -> compensate(caseId, next, at);
                }
            }
        }
    }

    private void compensate(String caseId, PendingFollowUp next, Instant at) {
        var step = Objects.requireNonNull(next.compensate(), next.step() + " names no compensation");
        var outcome = steps.run(step, caseId, next.body(), contextOf(next, next.id() + "/compensation", at));
        if (outcome != null) {
            outcome.orRetry();
        }
    }

    private static CommandContext contextOf(PendingFollowUp next, String id, Instant at) {
        return new CommandContext(
                Actor.SYSTEM,
                at,
                next.correlationId(),
                next.causationId(),
                next.traceparent(),
                RequestKey.ofStep(id),
                null);
    }

    private void takeOff(Class<?> type, String caseId, String id) {
        store.mongo().updateFirst(byId(caseId), new Update().pull(PENDING, new Document("_id", id)), type);
    }

    /// Growing pauses of the machine's time, an hour at most; after the last try somebody has to look at it.
    private void postpone(
            Class<? extends CaseAggregate> type, String caseId, PendingFollowUp next, RuntimeException e) {
        int tries = next.tries() + 1;
        var due = Instant.now().plusSeconds(Math.min(3600, 1L << Math.min(tries * 2, 11)));
        store.mongo()
                .updateFirst(
                        Query.query(Criteria.where("_id")
                                .is(caseId)
                                .and(PENDING + "._id")
                                .is(next.id())),
                        new Update().set(PENDING + ".$.tries", tries).set(PENDING + ".$.due", due),
                        type);
        if (tries >= TRIES) {
            parking.park(type, caseId, next, e);
        }
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }

    /// Where a step's code is found by its name.
    interface Steps {

        /// @return what the case answered, or nothing where the step is no command
        @Nullable
        Outcome<?> run(String step, String target, String body, CommandContext context);

        /// Something is owed that could not be done at once.
        void late();
    }

    /// Where a step goes that cannot be done, to be seen and tried again by somebody.
    interface Parking {

        void park(Class<?> type, String caseId, PendingFollowUp step, RuntimeException why);

        void settled(Class<?> type, String caseId, PendingFollowUp step);
    }

    static <B> B read(String json, Class<B> type) {
        return EventJson.read(json, type);
    }
}
