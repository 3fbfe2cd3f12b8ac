package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.MinimumWages;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the county's emergency fund (应急周转金) advances to a worker, to be recovered from the employer; 支付条例 art. 63.
@PolicyRule(
        id = "EMERGENCY_ADVANCE",
        measure = "M15",
        zh = "应急周转金垫付",
        en = "Advance from the emergency fund",
        clause = "支付条例 art. 63")
public final class EmergencyAdvance implements Rule<EmergencyAdvance.Facts, EmergencyAdvance.Finding> {

    /// @param localMinimumWage looked up by district and day where it is not given
    public record Facts(
            Money arrearsOfWorker,
            @Nullable Money localMinimumWage,
            @Nullable String district,
            @Nullable LocalDate on) {}

    public record Finding(Money advance) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.on() == null ? context.today() : facts.on();
        var wage = minimumWage(facts, on);
        var most = wage.times(months(context.on(on, facts.district()).text("wage.advance.per_worker")));
        context.step(
                "支付条例 art. 63",
                "never more than the arrears and the months of minimum wage",
                most,
                facts.arrearsOfWorker(),
                facts.arrearsOfWorker().atMost(most));
        return new Finding(facts.arrearsOfWorker().min(most));
    }

    private static Money minimumWage(Facts facts, LocalDate on) {
        if (facts.localMinimumWage() != null) {
            return facts.localMinimumWage();
        }
        var district = facts.district();
        if (district == null) {
            throw new UnfitFacts(Reason.at("/local_minimum_wage", "REQUIRED"), Reason.at("/district", "REQUIRED"));
        }
        var divisions = Divisions.sanming();
        if (divisions.find(divisions.current(district)).isEmpty()) {
            throw new UnfitFacts(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return MinimumWages.fujian().monthly(district, on);
    }

    /// The parameter reads "1 month minimum wage".
    private static int months(String written) {
        return Integer.parseInt(written.strip().split(" ")[0]);
    }
}
