package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How long a payroll ledger is kept (工资台账保存): three years from payment, a site's from completion and full
/// settlement; 支付条例 art. 15, 28.
@PolicyRule(
        id = "LEDGER_RETENTION",
        measure = "M15",
        zh = "工资台账保存期限",
        en = "Retention of payroll ledgers",
        clause = "支付条例 art. 15, 28")
public final class LedgerRetention implements Rule<LedgerRetention.Facts, LedgerRetention.Finding> {

    /// @param keptFrom the day of payment; for a site, the day the completed project is fully settled
    public record Facts(
            LocalDate keptFrom,
            @Nullable String kind,
            @Nullable LocalDate deleteOn) {}

    public record Finding(LocalDate retainUntil, boolean deletionAllowed) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        int years = context.on(facts.keptFrom()).integer("wage.ledger.years");
        var until = Dates.addYears(facts.keptFrom(), years);
        var deleteOn = facts.deleteOn() == null ? context.today() : facts.deleteOn();
        return new Finding(
                until,
                context.step("支付条例 art. 15, 28", "deleted after the end of", until, deleteOn, deleteOn.isAfter(until)));
    }
}
