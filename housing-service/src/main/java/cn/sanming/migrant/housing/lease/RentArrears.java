package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import org.jspecify.annotations.Nullable;

/// When unpaid rent leads to a notice of breach (欠租腾退): not while the tenant's own wages are withheld.
@PolicyRule(
        id = "RENT_ARREARS",
        measure = "M09",
        zh = "累计拖欠租金",
        en = "Rent arrears",
        clause = "公共租赁住房管理办法: 累计6个月以上拖欠租金")
public final class RentArrears implements Rule<RentArrears.Facts, RentArrears.Finding> {

    public record Facts(int monthsOverdueTotal, @Nullable Boolean tenantHasOpenWageArrears) {}

    public record Finding(boolean breachNotice) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        int limit = context.on(context.today()).integer("housing.arrears_months");
        var late = context.step(
                "公共租赁住房管理办法",
                "rent overdue for this many months in total",
                limit,
                facts.monthsOverdueTotal(),
                facts.monthsOverdueTotal() >= limit);
        var victim = Boolean.TRUE.equals(facts.tenantHasOpenWageArrears());
        context.step("measures 9 and 15", "held back while the tenant's wages are in arrears", false, victim, !victim);
        return new Finding(late && !victim);
    }
}
