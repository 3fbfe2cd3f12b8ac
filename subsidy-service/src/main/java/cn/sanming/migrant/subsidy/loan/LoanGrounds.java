package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.List;

/// On what a loan was decided (审核依据): which rules, every step, every dated figure, as they stood that day.
///
/// @param reasons what stands against it; @param maximum what may be lent at most
record LoanGrounds(
        List<String> rules,
        List<String> reasons,
        Money maximum,
        List<RuleContext.Step> steps,
        List<Decision.UsedParameter> parameters) {

    static LoanGrounds of(List<String> against, Money maximum, List<Decision<?>> decisions) {
        return new LoanGrounds(
                decisions.stream().<String>map(Decision::rule).toList(),
                against.stream().distinct().toList(),
                maximum,
                decisions.stream()
                        .<RuleContext.Step>flatMap(each -> each.steps().stream())
                        .toList(),
                decisions.stream()
                        .<Decision.UsedParameter>flatMap(each -> each.parameters().stream())
                        .distinct()
                        .toList());
    }
}
