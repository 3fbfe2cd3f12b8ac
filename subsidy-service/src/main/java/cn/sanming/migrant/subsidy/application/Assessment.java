package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.Grounds;
import java.util.List;

/// What the rule of the kind said of a claim (审核结论), with every step and figure, kept for the explanation.
///
/// @param persons whom an agency reward is for
record Assessment(
        String rule,
        boolean eligible,
        List<String> reasons,
        Money amount,
        List<String> persons,
        List<Grounds.Step> steps,
        List<Decision.UsedParameter> parameters) {

    static Assessment of(Decision<?> decision, boolean eligible, List<String> reasons, Money amount) {
        return new Assessment(
                decision.rule(), eligible, reasons, amount, List.of(), decision.steps(), decision.parameters());
    }
}
