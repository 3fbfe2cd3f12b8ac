package cn.sanming.migrant.wage.payroll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// One change of a payroll's lines at a time. Lines are written first, under the next number; the payroll, which takes
/// over that number, is written last: that one write is the commit. What was cut off before it holds nothing, and is
/// undone by whoever changes the payroll next, or by the nightly sweep.
@Component
class LineChanges {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int PAGE = 200;

    private final MongoTemplate mongo;
    private final PayrollLines lines;
    private final Clock clock;
    private final String process = UUID.randomUUID().toString();

    LineChanges(MongoTemplate mongo, PayrollLines lines, Clock clock) {
        this.mongo = mongo;
        this.lines = lines;
        this.clock = clock;
    }

    /// Begins a change, unless somebody else is at one.
    ///
    /// @param base the payroll's number now, 0 for a payroll that is not there yet
    /// @return the number under which lines are to be written
    OptionalInt begin(String payrollId, int base) {
        var known = mongo.findById(payrollId, LineChange.class);
        if (known == null) {
            return insert(mine(payrollId, base + 1));
        }
        boolean open = known.number() > base;
        if (open && !known.holder().equals(holder()) && known.until().isAfter(clock.instant())) {
            return OptionalInt.empty();
        }
        var next = mine(payrollId, Math.max(known.number(), base) + 1);
        if (!replaced(known, next) || open && !fenced(payrollId, base)) {
            return OptionalInt.empty();
        }
        if (open) {
            lines.undo(payrollId, base);
        }
        return OptionalInt.of(next.number());
    }

    /// Whether the change is still ours; long preparations ask between two batches.
    boolean renew(String payrollId, int number) {
        return mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(payrollId)
                                        .and("number")
                                        .is(number)
                                        .and("holder")
                                        .is(holder())),
                                Update.update("until", clock.instant().plus(LEASE)),
                                LineChange.class)
                        .getMatchedCount()
                == 1;
    }

    /// Gives up a change that was not committed.
    void abandon(String payrollId, int base, int number) {
        if (renew(payrollId, number)) {
            lines.undo(payrollId, base);
            mongo.remove(
                    Query.query(
                            Criteria.where("_id").is(payrollId).and("number").is(number)),
                    LineChange.class);
        }
    }

    /// Clears away what was done with, or cut off, before the instant.
    ///
    /// @return how many changes had been cut off
    int sweep(Instant before) {
        int cutOff = 0;
        Instant reached = Instant.EPOCH;
        while (true) {
            var old = Query.query(Criteria.where("until").gt(reached).lt(before))
                    .with(Sort.by("until"))
                    .limit(PAGE);
            var found = mongo.find(old, LineChange.class);
            if (found.isEmpty()) {
                return cutOff;
            }
            for (var change : found) {
                int base = numberOf(change.payrollId()).orElse(0);
                boolean open = change.number() > base;
                if (!open || begin(change.payrollId(), base).isPresent()) {
                    cutOff += open ? 1 : 0;
                    mongo.remove(Query.query(Criteria.where("_id").is(change.payrollId())), LineChange.class);
                }
                reached = change.until();
            }
        }
    }

    private OptionalInt insert(LineChange first) {
        try {
            mongo.insert(first);
            return OptionalInt.of(first.number());
        } catch (DuplicateKeyException _) {
            return OptionalInt.empty();
        }
    }

    private boolean replaced(LineChange known, LineChange next) {
        return mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(known.payrollId())
                                        .and("number")
                                        .is(known.number())
                                        .and("holder")
                                        .is(known.holder())),
                                Update.update("number", next.number())
                                        .set("holder", next.holder())
                                        .set("until", next.until()),
                                LineChange.class)
                        .getModifiedCount()
                == 1;
    }

    /// Whoever prepared the former change may still live and be about to commit: after this his save fails.
    private boolean fenced(String payrollId, int base) {
        if (base == 0) {
            return numberOf(payrollId).isEmpty();
        }
        return mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(payrollId)
                                        .and("number")
                                        .is(base)),
                                new Update().inc("version", 1),
                                "payrolls")
                        .getModifiedCount()
                == 1;
    }

    private Optional<Integer> numberOf(String payrollId) {
        return Optional.ofNullable(mongo.findById(payrollId, Payroll.class)).map(Payroll::number);
    }

    private LineChange mine(String payrollId, int number) {
        return new LineChange(payrollId, number, holder(), clock.instant().plus(LEASE));
    }

    private String holder() {
        return process + ':' + Thread.currentThread().threadId();
    }
}
