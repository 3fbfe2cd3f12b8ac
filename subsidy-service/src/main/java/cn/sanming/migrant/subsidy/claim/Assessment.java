package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.ArrayList;
import java.util.List;

/// What the rule of the kind said of a claim (审核结论), with every step and figure, kept for the explanation.
///
/// @param persons whom an agency reward is for
/// @param once    what an approval takes for good, so that it is granted only once
public record Assessment(
        String rule,
        boolean eligible,
        List<String> reasons,
        Money amount,
        List<String> persons,
        List<String> once,
        List<RuleContext.Step> steps,
        List<Decision.UsedParameter> parameters) {

    public static Assessment of(Decision<?> decision, boolean eligible, List<String> reasons, Money amount) {
        return new Assessment(
                decision.rule(),
                eligible,
                reasons,
                amount,
                List.of(),
                List.of(),
                decision.steps(),
                decision.parameters());
    }

    public Assessment once(List<String> uniqueness) {
        return new Assessment(rule, eligible, reasons, amount, persons, List.copyOf(uniqueness), steps, parameters);
    }

    /// With steps of our own before those of the rule.
    public Assessment after(List<RuleContext.Step> before) {
        var all = new ArrayList<>(before);
        all.addAll(steps);
        return new Assessment(rule, eligible, reasons, amount, persons, once, List.copyOf(all), parameters);
    }

    /// The same with what was left to grant: the last rest below a cap, or what was publicised.
    public Assessment granting(Money granted) {
        if (granted.equals(amount)) {
            return this;
        }
        var all = new ArrayList<>(steps);
        all.add(new RuleContext.Step(
                "domain 1.3", "what was left is granted", amount.toString(), granted.toString(), true));
        return new Assessment(rule, eligible, reasons, granted, persons, once, List.copyOf(all), parameters);
    }
}
