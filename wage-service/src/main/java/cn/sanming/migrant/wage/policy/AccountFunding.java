package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Whether the owner paid the labour-cost part of a month (人工费用拨付) into the special account in full; 支付条例 art. 24,
/// 29.
@PolicyRule(
        id = "ACCOUNT_FUNDING",
        measure = "M15",
        zh = "工资专用账户人工费用拨付",
        en = "Funding of the special account",
        clause = "支付条例 art. 24, 29")
public final class AccountFunding implements Rule<AccountFunding.Facts, AccountFunding.Finding> {

    public static final String UNDERFUNDED = "wage.account.underfunded";

    public record Facts(YearMonth period, Money requiredLabourCost, Money received) {}

    /// @param event what a shortfall publishes
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(boolean funded, @Nullable String event) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        boolean funded = context.step(
                "支付条例 art. 24, 29",
                "the labour-cost part of " + facts.period() + " is received in full",
                facts.requiredLabourCost(),
                facts.received(),
                facts.received().atLeast(facts.requiredLabourCost()));
        return new Finding(funded, funded ? null : UNDERFUNDED);
    }
}
