package cn.sanming.migrant.legalaid.judicialaid;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import org.jspecify.annotations.Nullable;

/// How much judicial aid may be (救助金上限): what was asked for, at most so many local average monthly wages.
@PolicyRule(
        id = "JUDICIAL_AID",
        measure = "M17",
        zh = "司法救助金额",
        en = "Ceiling of judicial aid",
        clause = "若干措施第17条：困难农民工群体的司法救助")
public final class JudicialAidCeiling implements Rule<JudicialAidCeiling.Facts, JudicialAidCeiling.Finding> {

    /// @param localAverageMonthlyWage without it the figure of the policy
    public record Facts(Money requested, @Nullable Money localAverageMonthlyWage) {}

    public record Finding(Money maximum, Money approved) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(context.today());
        var given = facts.localAverageMonthlyWage();
        var wage = given == null ? figures.money("judicialaid.average_monthly_wage") : given;
        var maximum = wage.times(figures.integer("judicialaid.max_months"));
        context.step(
                "若干措施第17条",
                "at most so many average monthly wages",
                maximum,
                facts.requested(),
                facts.requested().atMost(maximum));
        return new Finding(maximum, facts.requested().min(maximum));
    }
}
