package cn.sanming.migrant.subsidy.ledger;

import static cn.sanming.migrant.subsidy.ledger.BudgetLine.fen;
import static cn.sanming.migrant.subsidy.ledger.BudgetLine.yuan;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.ledger.BudgetLine.Holding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Reserves, pays and gives back money. Each step is one conditional update that remembers the claim, so a repeat
/// is harmless and two claims never take the same yuan, however many ask at once.
@Component
public class BudgetLines {

    private final MongoTemplate mongo;

    /// A reservation that nobody has paid yet.
    public record Open(String budgetLine, String claim, String token) {}

    BudgetLines(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Reserves the whole amount or nothing.
    public Reservation take(String budgetLine, String claim, String token, Money wanted) {
        return take(budgetLine, claim, token, fen(wanted), false);
    }

    /// Reserves the amount, or the last rest below it: under a cap a partial last amount is paid.
    public Reservation takeUpTo(String budgetLine, String claim, String token, Money wanted) {
        return take(budgetLine, claim, token, fen(wanted), true);
    }

    private Reservation take(String id, String claim, String token, long wanted, boolean partly) {
        var free = Criteria.where("_id").is(id).and(held(claim)).exists(false);
        if (wanted > 0
                && change(
                        free.and("free").gte(wanted),
                        taking(claim, token, wanted, wanted).inc("open", 1))) {
            return new Reservation.Held(yuan(wanted));
        }
        // every turn that fails here means that somebody else's update went through
        while (true) {
            var budgetLine = mongo.findById(id, BudgetLine.class);
            if (budgetLine == null) {
                return new Reservation.Insufficient(Money.ZERO);
            }
            var mine = budgetLine.held().get(claim);
            long before = mine == null ? 0 : mine.amount();
            long reachable = budgetLine.free() + before;
            long amount = partly ? Math.min(wanted, reachable) : wanted;
            if (amount <= 0 || amount > reachable) {
                return new Reservation.Insufficient(yuan(reachable));
            }
            var unchanged = unchanged(id, claim, mine);
            var enough = amount < wanted
                    ? unchanged.and("free").is(budgetLine.free())
                    : unchanged.and("free").gte(amount - before);
            var taking = taking(claim, token, amount, amount - before);
            if (change(enough, mine == null ? taking.inc("open", 1) : taking)) {
                return new Reservation.Held(yuan(amount));
            }
        }
    }

    private static Update taking(String claim, String token, long amount, long more) {
        return new Update().inc("free", -more).inc("committed", more).set(held(claim), new Holding(amount, token));
    }

    /// The money of a claim has gone out.
    public void settle(String budgetLine, String claim) {
        holding(budgetLine, claim).ifPresent(mine -> {
            var paid = new Update().inc("committed", -mine.amount()).inc("spent", mine.amount());
            change(unchanged(budgetLine, claim, mine), paid.inc("open", -1).unset(held(claim)));
        });
    }

    /// A reservation that is needed no more; whoever has reserved anew since keeps theirs.
    public void release(String budgetLine, String claim, String token) {
        holding(budgetLine, claim).filter(mine -> mine.token().equals(token)).ifPresent(mine -> {
            var back = new Update().inc("committed", -mine.amount()).inc("free", mine.amount());
            change(unchanged(budgetLine, claim, mine), back.inc("open", -1).unset(held(claim)));
        });
    }

    /// Money that had gone out has been received back (追回到账).
    public void giveBack(String budgetLine, String claim, Money amount) {
        var once = Criteria.where("_id").is(budgetLine).and("returned").ne(claim);
        change(
                once,
                new Update().inc("spent", -fen(amount)).inc("free", fen(amount)).push("returned", claim));
    }

    /// What is reserved or paid, apart from what one claim has reserved itself.
    public Money takenByOthers(String budgetLine, String claim) {
        var found = mongo.findById(budgetLine, BudgetLine.class);
        if (found == null) {
            return Money.ZERO;
        }
        var mine = found.held().get(claim);
        return yuan(found.committed() + found.spent() - (mine == null ? 0 : mine.amount()));
    }

    /// Opens a budgetLine with a limit, or brings its limit to today's.
    public void limit(String id, Money limit) {
        long wanted = fen(limit);
        while (true) {
            var known = mongo.findById(id, BudgetLine.class);
            if (known != null && known.limit() == wanted
                    || known == null && opened(BudgetLine.of(id, wanted, Map.of()))) {
                return;
            }
            if (known != null) {
                var same = Criteria.where("_id").is(id).and("limit").is(known.limit());
                change(same, new Update().set("limit", wanted).inc("free", wanted - known.limit()));
            }
        }
    }

    /// Takes over what a budget allots; told again, it changes nothing.
    public void allot(String id, String budgetId, Money amount) {
        var key = budgetId.replace('.', '_');
        long wanted = fen(amount);
        while (true) {
            var known = mongo.findById(id, BudgetLine.class);
            if (known == null) {
                if (opened(BudgetLine.of(id, wanted, Map.of(key, wanted)))) {
                    return;
                }
                continue;
            }
            var before = known.allotted().get(key);
            long more = wanted - (before == null ? 0 : before);
            var same = Criteria.where("_id").is(id);
            same = before == null
                    ? same.and("allotted." + key).exists(false)
                    : same.and("allotted." + key).is(before);
            if (more == 0 && before != null
                    || change(
                            same,
                            new Update().inc("limit", more).inc("free", more).set("allotted." + key, wanted))) {
                return;
            }
        }
    }

    /// Every reservation that nobody has paid yet.
    public List<Open> open() {
        return mongo.find(Query.query(Criteria.where("open").gt(0)), BudgetLine.class).stream()
                .flatMap(budgetLine -> budgetLine.held().entrySet().stream()
                        .map(mine -> new Open(
                                budgetLine.id(), mine.getKey(), mine.getValue().token())))
                .toList();
    }

    public Optional<Open> open(String budgetLine, String claim) {
        return holding(budgetLine, claim).map(mine -> new Open(budgetLine, claim, mine.token()));
    }

    private Optional<Holding> holding(String budgetLine, String claim) {
        return Optional.ofNullable(mongo.findById(budgetLine, BudgetLine.class))
                .map(found -> found.held().get(claim));
    }

    private boolean opened(BudgetLine budgetLine) {
        try {
            mongo.insert(budgetLine);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private static Criteria unchanged(String id, String claim, @Nullable Holding mine) {
        var budgetLine = Criteria.where("_id").is(id);
        return mine == null
                ? budgetLine.and(held(claim)).exists(false)
                : budgetLine
                        .and(held(claim) + ".token")
                        .is(mine.token())
                        .and(held(claim) + ".amount")
                        .is(mine.amount());
    }

    private static String held(String claim) {
        return "held." + claim;
    }

    private boolean change(Criteria which, Update how) {
        return mongo.updateFirst(Query.query(which), how, BudgetLine.class).getModifiedCount() == 1;
    }
}
