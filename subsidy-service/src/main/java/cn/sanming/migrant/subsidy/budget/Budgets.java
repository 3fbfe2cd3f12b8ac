package cn.sanming.migrant.subsidy.budget;

import cn.sanming.migrant.platform.reference.Money;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Reserves, pays and gives back budget money. Each step is one conditional update that remembers the claim, so a
/// repeat
/// is harmless and two claims never take the same yuan.
@Component
public class Budgets {

    private final MongoTemplate mongo;

    Budgets(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// @return whether the money is reserved now, by this or an earlier call
    public boolean reserve(String measure, String district, int year, Money amount, String claim) {
        var id = BudgetView.idOf(measure, district, year);
        var free = Query.query(Criteria.where("_id")
                .is(id)
                .and("claims")
                .ne(claim)
                .and("available")
                .gte(fen(amount)));
        var take = new Update()
                .inc("available", -fen(amount))
                .inc("committed", fen(amount))
                .push("claims", claim);
        return mongo.updateFirst(free, take, BudgetView.class).getModifiedCount() == 1
                || mongo.exists(
                        Query.query(Criteria.where("_id").is(id).and("claims").is(claim)), BudgetView.class);
    }

    /// The money of a claim has gone out.
    public void settle(String measure, String district, int year, Money amount, String claim) {
        var reserved = Query.query(Criteria.where("_id")
                .is(BudgetView.idOf(measure, district, year))
                .and("claims")
                .is(claim)
                .and("settled")
                .ne(claim));
        mongo.updateFirst(
                reserved,
                new Update()
                        .inc("committed", -fen(amount))
                        .inc("paid", fen(amount))
                        .push("settled", claim),
                BudgetView.class);
    }

    /// A reservation that is needed no more.
    public void release(String measure, String district, int year, Money amount, String claim) {
        var reserved = Query.query(Criteria.where("_id")
                .is(BudgetView.idOf(measure, district, year))
                .and("claims")
                .is(claim)
                .and("settled")
                .ne(claim));
        mongo.updateFirst(
                reserved,
                new Update()
                        .inc("committed", -fen(amount))
                        .inc("available", fen(amount))
                        .pull("claims", claim),
                BudgetView.class);
    }

    /// Takes over what a budget allots; told again, it changes nothing.
    void allot(String measure, String district, int year, String budgetId, Money amount) {
        var id = BudgetView.idOf(measure, district, year);
        var key = budgetId.replace('.', '_');
        var known = mongo.findById(id, BudgetView.class);
        if (known == null) {
            try {
                mongo.insert(new BudgetView(
                        id, amount, amount, Money.ZERO, Money.ZERO, Map.of(key, amount), List.of(), List.of()));
                return;
            } catch (DuplicateKeyException _) {
                known = mongo.findById(id, BudgetView.class);
            }
        }
        var before = known == null ? null : known.allocations().get(key);
        long more = fen(amount) - (before == null ? 0 : fen(before));
        var unchanged = Criteria.where("_id").is(id);
        unchanged = before == null
                ? unchanged.and("allocations." + key).exists(false)
                : unchanged.and("allocations." + key).is(fen(before));
        mongo.updateFirst(
                Query.query(unchanged),
                new Update().inc("allocated", more).inc("available", more).set("allocations." + key, fen(amount)),
                BudgetView.class);
    }

    private static long fen(Money amount) {
        return amount.amount().movePointRight(2).longValueExact();
    }
}
