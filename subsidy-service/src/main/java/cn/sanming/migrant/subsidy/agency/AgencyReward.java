package cn.sanming.migrant.subsidy.agency;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The reward of an agency (用工服务奖补): 500 for each person, 200,000 in all; the last amount below the cap is paid in
/// part; measure 3.
@PolicyRule(
        id = "AGENCY_REWARD",
        measure = "M03",
        zh = "人力资源服务机构一次性用工服务奖补",
        en = "One-off reward of an agency",
        clause = "measure 3: 每人500元、总额不超过20万元")
public final class AgencyReward implements Rule<AgencyReward.Facts, AgencyReward.Finding> {

    public record Facts(
            @PositiveOrZero int eligiblePersons,
            @Nullable Money alreadyGrantedToAgency,
            @Nullable LocalDate applicationDate) {}

    public record Finding(Money amount, Money agencyTotalAfter, boolean capReached) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.applicationDate() == null ? context.today() : facts.applicationDate();
        var figures = context.on(on);
        var cap = figures.money("subsidy.agency_reward.cap");
        var wanted = figures.money("subsidy.agency_reward.per_person").times(facts.eligiblePersons());
        var granted = facts.alreadyGrantedToAgency() == null ? Money.ZERO : facts.alreadyGrantedToAgency();
        var amount = wanted.min(cap.minusOrZero(granted));
        var after = granted.plus(amount);
        context.step("measure 3", "the total of the agency stays within the cap", cap, after, after.atMost(cap));
        return new Finding(amount, after, after.atLeast(cap));
    }
}
