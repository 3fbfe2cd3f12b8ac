package cn.sanming.migrant.supervision.budget;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Whether a budget still bears an amount (预算余额): available is what was allocated less what is committed and paid;
/// the whole of it may be used. M19.2.
@PolicyRule(
        id = "BUDGET",
        measure = "M19",
        zh = "预算余额是否足够",
        en = "Whether a budget bears a new amount",
        clause = "M19.2")
final class BudgetRule implements Rule<BudgetRule.Facts, BudgetRule.Finding> {

    record Facts(Money allocated, Money committed, Money paid, Money newAmount) {}

    /// @param available written like money; below zero when more was committed than allocated
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Finding(
            String available,
            boolean approveAllowed,
            @Nullable String error) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var available = available(facts.allocated(), facts.committed(), facts.paid());
        var allowed = context.step(
                "M19.2",
                "the amount does not exceed what is available",
                "<= " + available.toPlainString(),
                facts.newAmount(),
                facts.newAmount().amount().compareTo(available) <= 0);
        return new Finding(available.toPlainString(), allowed, allowed ? null : "BUDGET_EXHAUSTED");
    }

    static BigDecimal available(Money allocated, Money committed, Money paid) {
        return allocated.amount().subtract(committed.amount()).subtract(paid.amount());
    }
}
