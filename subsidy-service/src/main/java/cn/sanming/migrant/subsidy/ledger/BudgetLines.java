package cn.sanming.migrant.subsidy.ledger;

import static cn.sanming.migrant.subsidy.ledger.BudgetLine.fen;
import static cn.sanming.migrant.subsidy.ledger.BudgetLine.yuan;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.ledger.BudgetLine.Shift;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The lines themselves: what they allot, and the one conditional update by which a reservation changes them. Two
/// claims never take the same yuan, however many ask at once.
@Component
public class BudgetLines {

    private static final int AT_ONCE = 200;

    private final MongoTemplate mongo;

    BudgetLines(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<BudgetLine> find(String id) {
        return Optional.ofNullable(mongo.findById(id, BudgetLine.class));
    }

    /// Lines on which some move is not finished; few at any time, and found by index.
    List<BudgetLine> busy() {
        return mongo.find(Query.query(Criteria.where("busy").gt(0)).limit(AT_ONCE), BudgetLine.class);
    }

    /// The second write of a move: carries it out if there is enough, and remembers it.
    ///
    /// @param exactly what must be free, to the fen, where only a rest is taken; nothing otherwise
    boolean carry(String id, String key, Shift shift, Optional<Long> exactly) {
        var line = Criteria.where("_id").is(id).and(entry(key)).exists(false);
        if (exactly.isPresent()) {
            line = line.and("free").is(exactly.get());
        } else if (shift.free() < 0 && shift.committed() > 0) {
            line = line.and("free").gte(-shift.free());
        }
        return change(line, moving(shift).set(entry(key), shift).inc("busy", 1));
    }

    /// A move that was given up in the meantime is taken back.
    void takeBack(String id, String key, Shift shift) {
        change(remembered(id, key), moving(shift.back()).unset(entry(key)).inc("busy", -1));
    }

    boolean remembers(String id, String key) {
        return mongo.exists(Query.query(remembered(id, key)), BudgetLine.class);
    }

    /// The fourth write of a move.
    void forget(String id, String key) {
        change(remembered(id, key), new Update().unset(entry(key)).inc("busy", -1));
    }

    private static Update moving(Shift shift) {
        return new Update()
                .inc("free", shift.free())
                .inc("committed", shift.committed())
                .inc("spent", shift.spent());
    }

    private static Criteria remembered(String id, String key) {
        return Criteria.where("_id").is(id).and(entry(key)).exists(true);
    }

    private static String entry(String key) {
        return "inFlight." + key;
    }

    /// What is reserved or paid.
    Money taken(String id) {
        return find(id).map(line -> yuan(line.committed() + line.spent())).orElse(Money.ZERO);
    }

    /// Opens a line with a limit, or brings its limit to today's.
    public void limit(String id, Money limit) {
        long wanted = fen(limit);
        while (true) {
            var known = find(id).orElse(null);
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
            var known = find(id).orElse(null);
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

    private boolean opened(BudgetLine line) {
        try {
            mongo.insert(line);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private boolean change(Criteria which, Update how) {
        return mongo.updateFirst(Query.query(which), how, BudgetLine.class).getModifiedCount() == 1;
    }
}
