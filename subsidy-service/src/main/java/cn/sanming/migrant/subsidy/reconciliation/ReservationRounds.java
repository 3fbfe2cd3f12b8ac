package cn.sanming.migrant.subsidy.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/// Every few seconds one instance of all looks for what a cut left lying (定时对账); the others find the turn taken.
@Component
class ReservationRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReservationRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final String TURN = "reservations";

    private final ReservationReconciler reconciler;
    private final MongoTemplate mongo;
    private final TaskScheduler scheduler;
    private final Clock machine = Clock.systemUTC();

    /// @param next when the next round may begin, by the machine's time
    @Document("reconciliation-turns")
    record Turn(@Id String id, Instant next) {}

    ReservationRounds(ReservationReconciler reconciler, MongoTemplate mongo, TaskScheduler scheduler) {
        this.reconciler = reconciler;
        this.mongo = mongo;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(this::tick, PAUSE);
    }

    private void tick() {
        try {
            if (ours()) {
                while (reconciler.round()) {
                    LOG.info("more reservations to be looked at");
                }
            }
        } catch (DataAccessException e) {
            LOG.warn("reservations are looked at in the next round: {}", e.toString());
        }
    }

    /// Two instances in one round do no harm, since every step is a conditional write; it is only waste.
    boolean ours() {
        var now = machine.instant();
        var free = Criteria.where("_id").is(TURN).and("next").lte(now);
        var next = now.plus(PAUSE).minusSeconds(1);
        if (mongo.updateFirst(Query.query(free), new Update().set("next", next), Turn.class)
                        .getModifiedCount()
                == 1) {
            return true;
        }
        if (mongo.exists(Query.query(Criteria.where("_id").is(TURN)), Turn.class)) {
            return false;
        }
        try {
            mongo.insert(new Turn(TURN, next));
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }
}
