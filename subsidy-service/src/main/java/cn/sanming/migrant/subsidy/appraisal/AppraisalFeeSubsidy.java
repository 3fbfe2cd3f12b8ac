package cn.sanming.migrant.subsidy.appraisal;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.policy.Checks;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The subsidy for the appraisal fee (鉴定费补贴): 80% of the approved fee, at most 150, for the first pass only; measure
/// 6.
@PolicyRule(
        id = "APPRAISAL_FEE_SUBSIDY",
        measure = "M06",
        zh = "职业技能鉴定费补贴",
        en = "Subsidy for the appraisal fee",
        clause = "measure 6: 每人不超过150元")
public final class AppraisalFeeSubsidy implements Rule<AppraisalFeeSubsidy.Facts, AppraisalFeeSubsidy.Finding> {

    public record Facts(
            Money approvedFee, boolean firstPass, @Nullable LocalDate applicationDate) {}

    public record Finding(boolean eligible, List<String> reasons, Money amount) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.applicationDate() == null ? context.today() : facts.applicationDate();
        var figures = context.on(on);
        var checks =
                new Checks(context).that("NOT_FIRST_PASS", "省人社厅 2017", true, facts.firstPass(), facts.firstPass());
        var amount =
                facts.approvedFee().times(figures.decimal("subsidy.fee.rate")).min(figures.money("subsidy.fee.cap"));
        return new Finding(checks.hold(), checks.failed(), checks.hold() ? amount : Money.ZERO);
    }
}
