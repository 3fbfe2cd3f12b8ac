package cn.sanming.migrant.subsidy.ledger;

import static cn.sanming.migrant.subsidy.ledger.BudgetLine.fen;
import static cn.sanming.migrant.subsidy.ledger.BudgetLine.yuan;
import static cn.sanming.migrant.subsidy.ledger.ReservationState.HELD;
import static cn.sanming.migrant.subsidy.ledger.ReservationState.RELEASED;
import static cn.sanming.migrant.subsidy.ledger.ReservationState.SPENT;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.ledger.BudgetLine.Shift;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Moves reservations by their four writes (四步占用): ask, carry, close, forget. Whoever finds a move half done finishes
/// it if its line remembers it, and gives it up otherwise; what is given up and comes late after all is taken back.
@Component
public class Reservations {

    /// Every turn that fails means that somebody else moved the same reservation.
    private static final int TURNS = 32;

    private final MongoTemplate mongo;
    private final BudgetLines lines;
    private final Clock machine;

    @Autowired
    Reservations(MongoTemplate mongo, BudgetLines lines) {
        this(mongo, lines, Clock.systemUTC());
    }

    /// @param machine the machine's time: how long something has been lying about is no matter of business days
    Reservations(MongoTemplate mongo, BudgetLines lines, Clock machine) {
        this.mongo = mongo;
        this.lines = lines;
        this.machine = machine;
    }

    /// Reserves the whole amount or nothing.
    public Reserved hold(String line, String claim, String token, Money wanted) {
        return hold(line, claim, token, fen(wanted), false);
    }

    /// Reserves the amount, or the last rest below it: under a cap a partial last amount is paid.
    public Reserved holdUpTo(String line, String claim, String token, Money wanted) {
        return hold(line, claim, token, fen(wanted), true);
    }

    private Reserved hold(String line, String claim, String token, long wanted, boolean partly) {
        for (int turn = 0; turn < TURNS; turn++) {
            var known = find(line, claim).orElse(null);
            if (known != null && known.moving() != null) {
                settle(known);
                continue;
            }
            if (known != null && known.state() == HELD && known.amount() == wanted) {
                if (renewed(known, token)) {
                    return new Reserved.Held(yuan(wanted));
                }
                continue;
            }
            var there = lines.find(line).orElse(null);
            long reachable = (there == null ? 0 : there.free()) + committed(known);
            if (reachable < (partly ? 1 : wanted)) {
                if (isAlone(there, claim)
                        && Objects.equals(known, find(line, claim).orElse(null))) {
                    return new Reserved.Insufficient(yuan(reachable));
                }
                continue;
            }
            var asked = known == null ? inserted(line, claim, token) : begun(known, HELD, token, null);
            if (asked != null) {
                var answer = carried(asked, wanted, partly);
                if (answer != null) {
                    return answer;
                }
            }
        }
        throw new OptimisticLockingFailureException(claim + " is reserved by others at the same time");
    }

    /// Whether no other hand is moving the same claim: what that one has carried may be its own, or come back.
    private static boolean isAlone(@Nullable BudgetLine line, String claim) {
        return line == null
                || line.inFlight().values().stream()
                        .noneMatch(shift -> shift.reservation().equals(Reservation.idOf(claim, line.id())));
    }

    private static long committed(@Nullable Reservation known) {
        return known != null && known.state() == HELD ? known.amount() : 0;
    }

    private @Nullable Reservation inserted(String line, String claim, String token) {
        try {
            return mongo.insert(Reservation.asked(claim, line, token, machine.instant()));
        } catch (DuplicateKeyException _) {
            return null;
        }
    }

    /// @return what came of it; nothing if somebody else gave the move up in the meantime
    private @Nullable Reserved carried(Reservation asked, long wanted, boolean partly) {
        var shift = asked.shift(HELD, wanted);
        boolean carried = wanted > 0 && lines.carry(asked.line(), asked.key(), shift, Optional.empty());
        while (!carried) {
            long before = committed(asked);
            var line = lines.find(asked.line()).orElse(null);
            var known = line == null ? null : line.inFlight().get(asked.key());
            if (known != null) {
                // carried already: the answer to it was lost on its way
                shift = known;
                break;
            }
            long free = line == null ? 0 : line.free();
            long amount = partly ? Math.min(wanted, free + before) : wanted;
            if (amount <= 0 || amount > free + before) {
                giveUp(asked);
                return isAlone(line, asked.claim()) ? new Reserved.Insufficient(yuan(free + before)) : null;
            }
            shift = asked.shift(HELD, amount);
            carried = lines.carry(
                    asked.line(), asked.key(), shift, amount < wanted ? Optional.of(free) : Optional.empty());
        }
        return closed(asked, shift) ? new Reserved.Held(yuan(shift.amount())) : null;
    }

    /// The money of a claim has gone out; told again, it changes nothing.
    public void spend(Reservation known, Money amount) {
        bring(known, SPENT, fen(amount), null);
    }

    /// Needed no more; whoever has reserved anew since keeps theirs.
    public void release(Reservation known, String token) {
        bring(known, RELEASED, known.amount(), token);
    }

    /// A reservation that is needed no more; whoever has reserved anew since keeps theirs.
    public void release(String line, String claim, String token) {
        find(line, claim).ifPresent(known -> release(known, token));
    }

    private void bring(Reservation known, ReservationState to, long amount, @Nullable String token) {
        var now = known;
        for (int turn = 0; turn < TURNS && now != null; turn++) {
            if (token != null && !token.equals(now.token())) {
                return;
            }
            if (now.moving() != null) {
                settle(now);
            } else if (now.state() == to) {
                if (confirmed(now)) {
                    return;
                }
            } else {
                var begun = begun(now, to, now.token(), token);
                if (begun != null) {
                    var shift = begun.shift(to, amount);
                    lines.carry(begun.line(), begun.key(), shift, Optional.empty());
                    closed(begun, shift);
                }
            }
            now = mongo.findById(known.id(), Reservation.class);
        }
    }

    /// Finishes a move that its line remembers, and gives up any other.
    public void settle(Reservation known) {
        var moving = known.moving();
        if (moving == null) {
            return;
        }
        var shift = lines.find(known.line()).map(line -> line.inFlight().get(known.key()));
        if (shift.isPresent()) {
            closed(known, shift.get());
        } else {
            giveUp(known);
        }
    }

    /// What lines still remember of moves that are over is forgotten, or taken back where the move was given up.
    public void tidy() {
        lines.busy().forEach(this::tidy);
    }

    private void tidy(BudgetLine line) {
        line.inFlight().forEach((key, shift) -> {
            var known = mongo.findById(shift.reservation(), Reservation.class);
            if (known == null || known.move() > shift.move()) {
                lines.takeBack(line.id(), key, shift);
            } else if (known.moving() == null) {
                lines.forget(line.id(), key);
            }
        });
    }

    /// The first write: the move is noted. What the line still remembers of the move before is forgotten first.
    private @Nullable Reservation begun(Reservation known, ReservationState to, String token, @Nullable String only) {
        if (lines.remembers(known.line(), known.key())) {
            lines.forget(known.line(), known.key());
        }
        var same = unmoved(known);
        return change(
                        only == null ? same : same.and("token").is(only),
                        new Update()
                                .inc("move", 1)
                                .set("moving", to)
                                .set("token", token)
                                .set("watch", machine.instant()))
                ? mongo.findById(known.id(), Reservation.class)
                : null;
    }

    /// The third write, and the fourth.
    private boolean closed(Reservation asked, Shift shift) {
        var to = asked.moving();
        boolean closed = change(
                Criteria.where("_id")
                        .is(asked.id())
                        .and("move")
                        .is(asked.move())
                        .and("moving")
                        .is(to),
                closing(to, shift));
        var now = closed ? asked : mongo.findById(asked.id(), Reservation.class);
        if (now != null && now.move() == asked.move()) {
            lines.forget(asked.line(), asked.key());
            return true;
        }
        lines.takeBack(asked.line(), asked.key(), shift);
        return false;
    }

    /// Money that is held waits for a saved decision to stand behind it; what is spent or released does not.
    private static Update closing(@Nullable ReservationState to, Shift shift) {
        var closing =
                new Update().set("state", to).set("amount", shift.amount()).unset("moving");
        return to == HELD ? closing : closing.unset("watch");
    }

    /// It stays where it was; what was never held is over.
    private void giveUp(Reservation asked) {
        var undone = new Update().inc("move", 1).unset("moving");
        boolean never = asked.state() == ReservationState.ASKED || asked.state() == RELEASED;
        change(
                Criteria.where("_id")
                        .is(asked.id())
                        .and("move")
                        .is(asked.move())
                        .and("moving")
                        .is(asked.moving()),
                never ? undone.set("state", RELEASED).unset("watch") : undone);
    }

    private boolean renewed(Reservation known, String token) {
        return change(
                unmoved(known).and("token").is(known.token()),
                new Update().set("token", token).set("watch", machine.instant()));
    }

    /// A saved decision stands behind it: nobody has to look at it any more until it moves again.
    public boolean confirmed(Reservation known) {
        return known.watch() == null
                || change(unmoved(known).and("watch").is(known.watch()), new Update().unset("watch"));
    }

    private static Criteria unmoved(Reservation known) {
        return Criteria.where("_id")
                .is(known.id())
                .and("move")
                .is(known.move())
                .and("moving")
                .isNull();
    }

    private boolean change(Criteria which, Update how) {
        return mongo.updateFirst(Query.query(which), how, Reservation.class).getModifiedCount() == 1;
    }

    Optional<Reservation> find(String line, String claim) {
        return Optional.ofNullable(mongo.findById(Reservation.idOf(claim, line), Reservation.class));
    }

    public List<Reservation> watchedBefore(Instant instant, int most) {
        return mongo.find(Query.query(Criteria.where("watch").lt(instant)).limit(most), Reservation.class);
    }

    public List<Reservation> of(String claim) {
        return mongo.find(Query.query(Criteria.where("claim").is(claim)), Reservation.class);
    }

    /// What is reserved or paid on a line, apart from what one claim has reserved itself.
    public Money takenByOthers(String line, String claim) {
        var mine = find(line, claim)
                .filter(known -> known.state() == HELD || known.state() == SPENT)
                .map(known -> yuan(known.amount()))
                .orElse(Money.ZERO);
        return lines.taken(line).minusOrZero(mine);
    }
}
