package cn.sanming.migrant.supervision.budget;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The window for budgets (预算窗口). What a claim takes is one conditional write that also records the claim, so a
/// repetition is harmless and no two claims together take more than there is.
@Component
public class BudgetDesk {

    private static final int ATTEMPTS = 20;

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final BudgetRule rule;

    BudgetDesk(MongoTemplate mongo, RuleBook rules, BudgetRule rule) {
        this.mongo = mongo;
        this.rules = rules;
        this.rule = rule;
    }

    /// The first allocation of a budget. One that has been allocated is raised, not opened again.
    Outcome<BudgetView> open(
            String measure, String district, int year, String unit, Money amount, CommandContext context) {
        var id = Budget.idOf(measure, district, year);
        return change(measure, district, year, context, budget -> {
            if (budget.allocated().isPositive()) {
                return Outcome.duplicate(BudgetController.PATH + '/' + id);
            }
            budget.allocate(unit, amount, context);
            return Outcome.created(mongo.save(budget), BudgetController.PATH + '/' + id);
        });
    }

    Outcome<BudgetView> raise(Budget known, Money amount, CommandContext context) {
        return change(known.measure(), known.district(), known.year(), context, budget -> {
            var unit = budget.unitCode();
            if (unit == null) {
                return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("NOT_ALLOCATED_YET"));
            }
            budget.allocate(unit, amount, context);
            return Outcome.done(mongo.save(budget));
        });
    }

    /// Sets an amount aside for a claim, if the budget bears it; the same claim again changes nothing.
    Outcome<BudgetView> reserve(Budget known, String claimId, Money amount, CommandContext context) {
        return change(known.measure(), known.district(), known.year(), context, budget -> {
            var there = budget.claim(key(claimId));
            if (there != null && there.amount().equals(amount)) {
                return Outcome.done(budget);
            }
            if (there != null) {
                return Outcome.refused(
                        Refusal.Kind.DUPLICATE,
                        Reason.of("CLAIM_OF_ANOTHER_AMOUNT").required(there.amount(), amount));
            }
            var finding = rules.decide(
                            rule, new BudgetRule.Facts(budget.allocated(), budget.committed(), budget.paid(), amount))
                    .result();
            if (!finding.approveAllowed()) {
                var available = Money.of(budget.available().max(BigDecimal.ZERO));
                if (budget.exhaust(amount.minus(available), context)) {
                    mongo.save(budget);
                }
                return Outcome.refused(
                        Refusal.Kind.BUDGET_EXHAUSTED,
                        Reason.of("BUDGET_EXHAUSTED").clause("M19.2").required(finding.available(), amount));
            }
            return write(budget, key(claimId), new Claim(Claim.Standing.COMMITTED, amount, 0));
        });
    }

    /// Moves a claim that was reserved here: paid out, or given back.
    Outcome<BudgetView> settle(Budget known, String claimId, Claim.Standing standing, CommandContext context) {
        return change(known.measure(), known.district(), known.year(), context, budget -> {
            var there = budget.claim(key(claimId));
            if (there == null) {
                return Outcome.notFound();
            }
            if (there.standing() == standing) {
                return Outcome.done(budget);
            }
            if (there.standing() != Claim.Standing.COMMITTED) {
                return Outcome.refused(
                        Refusal.Kind.ILLEGAL_TRANSITION,
                        Reason.of("CLAIM_IS_SETTLED").required(Claim.Standing.COMMITTED, there.standing()));
            }
            return write(budget, key(claimId), new Claim(standing, there.amount(), there.sequence()));
        });
    }

    /// Takes over what the subsidy department says of a claim; an older message than the one known changes nothing.
    public void mirror(String measure, String district, int year, String claimId, Claim claim, CommandContext context) {
        change(measure, district, year, context, budget -> {
                    var there = budget.claim(key(claimId));
                    if (there != null && there.sequence() >= claim.sequence()) {
                        return Outcome.done(budget);
                    }
                    return write(budget, key(claimId), claim);
                })
                .orRetry();
        find(Budget.idOf(measure, district, year))
                .filter(budget -> budget.available().signum() < 0)
                .ifPresent(_ -> change(measure, district, year, context, budget -> {
                            var over = budget.available().negate();
                            return over.signum() > 0 && budget.exhaust(Money.of(over), context)
                                    ? Outcome.done(mongo.save(budget))
                                    : Outcome.done(budget);
                        })
                        .orRetry());
    }

    /// The year of the budget in which a claim stands, if it stands in one of these.
    public Optional<Integer> yearOf(String measure, String district, String claimId, int... years) {
        for (var year : years) {
            var budget = find(Budget.idOf(measure, district, year));
            if (budget.isPresent() && budget.get().claim(key(claimId)) != null) {
                return Optional.of(year);
            }
        }
        return Optional.empty();
    }

    private Outcome<Budget> write(Budget budget, String key, Claim claim) {
        var before = Optional.ofNullable(budget.claim(key));
        var committed = fen(claim.committed())
                - before.map(Claim::committed).map(BudgetDesk::fen).orElse(0L);
        var paid =
                fen(claim.paid()) - before.map(Claim::paid).map(BudgetDesk::fen).orElse(0L);
        var changed = mongo.updateFirst(
                Query.query(Criteria.where("_id").is(budget.id()).and("version").is(budget.version())),
                new Update()
                        .set("claims." + key, claim)
                        .inc("committed", committed)
                        .inc("paid", paid)
                        .inc("version", 1L),
                Budget.class);
        if (changed.getModifiedCount() == 0) {
            throw new OptimisticLockingFailureException("the budget has changed meanwhile");
        }
        return Outcome.done(find(budget.id()).orElseThrow());
    }

    private static long fen(Money money) {
        return money.amount().movePointRight(2).longValueExact();
    }

    /// A key of a map may not hold what Mongo reads as a path.
    private static String key(String claimId) {
        return claimId.replace('.', '_').replace('$', '_');
    }

    private Outcome<BudgetView> change(
            String measure, String district, int year, CommandContext context, Function<Budget, Outcome<Budget>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                var id = Budget.idOf(measure, district, year);
                var budget = find(id).orElseGet(() -> mongo.insert(Budget.opened(measure, district, year, context)));
                return work.apply(budget).map(BudgetView::of);
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    Optional<Budget> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Budget.class));
    }

    List<Budget> list(
            @Nullable String measure,
            @Nullable String district,
            @Nullable Integer year,
            @Nullable String after,
            int limit) {
        var criteria = new ArrayList<Criteria>();
        if (measure != null) {
            criteria.add(Criteria.where("measure").is(measure));
        }
        if (district != null) {
            criteria.add(Criteria.where("file.district").is(district));
        }
        if (year != null) {
            criteria.add(Criteria.where("year").is(year));
        }
        if (after != null) {
            criteria.add(Criteria.where("_id").gt(after));
        }
        var all = criteria.isEmpty() ? new Criteria() : new Criteria().andOperator(criteria);
        return mongo.find(Query.query(all).with(Sort.by("_id")).limit(limit), Budget.class);
    }
}
