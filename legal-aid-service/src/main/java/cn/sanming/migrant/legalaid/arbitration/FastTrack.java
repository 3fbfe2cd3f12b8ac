package cn.sanming.migrant.legalaid.arbitration;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.List;

/// Who takes the green channel (绿色通道、速裁): a migrant worker with a claim for labour pay, whatever else is claimed.
@PolicyRule(
        id = "FAST_TRACK",
        measure = "M17",
        zh = "农民工欠薪争议速裁",
        en = "Fast track for wage disputes of migrant workers",
        clause = "若干措施第17条：快立、快调、快审、快结")
public final class FastTrack implements Rule<FastTrack.Facts, FastTrack.Finding> {

    public record Facts(boolean migrantWorker, List<ClaimKind> claims) {}

    public record Finding(boolean fastTrack) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        boolean migrant = context.step(
                "若干措施第17条", "the applicant is a migrant worker", true, facts.migrantWorker(), facts.migrantWorker());
        boolean wages = facts.claims().contains(ClaimKind.LABOUR_PAY);
        context.step("若干措施第17条", "one of the claims is for labour pay", ClaimKind.LABOUR_PAY, facts.claims(), wages);
        return new Finding(migrant && wages);
    }
}
