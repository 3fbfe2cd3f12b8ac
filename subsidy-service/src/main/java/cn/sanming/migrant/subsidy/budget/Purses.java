package cn.sanming.migrant.subsidy.budget;

import static cn.sanming.migrant.subsidy.budget.Purse.fen;
import static cn.sanming.migrant.subsidy.budget.Purse.yuan;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.budget.Purse.Holding;
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

/// Reserves, pays and gives back money. Each step is one conditional update that remembers the claim, so a repeat is
/// harmless and two claims never take the same yuan, however many ask at once.
@Component
public class Purses {

    private final MongoTemplate mongo;

    /// A reservation that nobody has paid yet.
    public record Open(String purse, String claim, String token) {}

    Purses(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Reserves the whole amount or nothing.
    public Taking take(String purse, String claim, String token, Money wanted) {
        return take(purse, claim, token, fen(wanted), false);
    }

    /// Reserves the amount, or the last rest below it: under a cap a partial last amount is paid.
    public Taking takeUpTo(String purse, String claim, String token, Money wanted) {
        return take(purse, claim, token, fen(wanted), true);
    }

    private Taking take(String id, String claim, String token, long wanted, boolean partly) {
        var free = Criteria.where("_id").is(id).and(held(claim)).exists(false);
        if (wanted > 0
                && change(
                        free.and("free").gte(wanted),
                        taking(claim, token, wanted, wanted).inc("open", 1))) {
            return new Taking.Held(yuan(wanted));
        }
        // every turn that fails here means that somebody else's update went through
        while (true) {
            var purse = mongo.findById(id, Purse.class);
            if (purse == null) {
                return new Taking.Short(Money.ZERO);
            }
            var mine = purse.held().get(claim);
            long before = mine == null ? 0 : mine.amount();
            long reachable = purse.free() + before;
            long amount = partly ? Math.min(wanted, reachable) : wanted;
            if (amount <= 0 || amount > reachable) {
                return new Taking.Short(yuan(reachable));
            }
            var unchanged = unchanged(id, claim, mine);
            var enough = amount < wanted
                    ? unchanged.and("free").is(purse.free())
                    : unchanged.and("free").gte(amount - before);
            var taking = taking(claim, token, amount, amount - before);
            if (change(enough, mine == null ? taking.inc("open", 1) : taking)) {
                return new Taking.Held(yuan(amount));
            }
        }
    }

    private static Update taking(String claim, String token, long amount, long more) {
        return new Update().inc("free", -more).inc("committed", more).set(held(claim), new Holding(amount, token));
    }

    /// The money of a claim has gone out.
    public void settle(String purse, String claim) {
        holding(purse, claim).ifPresent(mine -> {
            var paid = new Update().inc("committed", -mine.amount()).inc("spent", mine.amount());
            change(unchanged(purse, claim, mine), paid.inc("open", -1).unset(held(claim)));
        });
    }

    /// A reservation that is needed no more; whoever has reserved anew since keeps theirs.
    public void release(String purse, String claim, String token) {
        holding(purse, claim).filter(mine -> mine.token().equals(token)).ifPresent(mine -> {
            var back = new Update().inc("committed", -mine.amount()).inc("free", mine.amount());
            change(unchanged(purse, claim, mine), back.inc("open", -1).unset(held(claim)));
        });
    }

    /// Money that had gone out has been received back (追回到账).
    public void giveBack(String purse, String claim, Money amount) {
        var once = Criteria.where("_id").is(purse).and("returned").ne(claim);
        change(
                once,
                new Update().inc("spent", -fen(amount)).inc("free", fen(amount)).push("returned", claim));
    }

    /// What is reserved or paid, apart from what one claim has reserved itself.
    public Money takenByOthers(String purse, String claim) {
        var found = mongo.findById(purse, Purse.class);
        if (found == null) {
            return Money.ZERO;
        }
        var mine = found.held().get(claim);
        return yuan(found.committed() + found.spent() - (mine == null ? 0 : mine.amount()));
    }

    /// Opens a purse with a limit, or brings its limit to today's.
    public void limit(String id, Money limit) {
        long wanted = fen(limit);
        while (true) {
            var known = mongo.findById(id, Purse.class);
            if (known != null && known.limit() == wanted || known == null && opened(Purse.of(id, wanted, Map.of()))) {
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
            var known = mongo.findById(id, Purse.class);
            if (known == null) {
                if (opened(Purse.of(id, wanted, Map.of(key, wanted)))) {
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
        return mongo.find(Query.query(Criteria.where("open").gt(0)), Purse.class).stream()
                .flatMap(purse -> purse.held().entrySet().stream()
                        .map(mine -> new Open(
                                purse.id(), mine.getKey(), mine.getValue().token())))
                .toList();
    }

    public Optional<Open> open(String purse, String claim) {
        return holding(purse, claim).map(mine -> new Open(purse, claim, mine.token()));
    }

    private Optional<Holding> holding(String purse, String claim) {
        return Optional.ofNullable(mongo.findById(purse, Purse.class))
                .map(found -> found.held().get(claim));
    }

    private boolean opened(Purse purse) {
        try {
            mongo.insert(purse);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private static Criteria unchanged(String id, String claim, @Nullable Holding mine) {
        var purse = Criteria.where("_id").is(id);
        return mine == null
                ? purse.and(held(claim)).exists(false)
                : purse.and(held(claim) + ".token")
                        .is(mine.token())
                        .and(held(claim) + ".amount")
                        .is(mine.amount());
    }

    private static String held(String claim) {
        return "held." + claim;
    }

    private boolean change(Criteria which, Update how) {
        return mongo.updateFirst(Query.query(which), how, Purse.class).getModifiedCount() == 1;
    }
}
