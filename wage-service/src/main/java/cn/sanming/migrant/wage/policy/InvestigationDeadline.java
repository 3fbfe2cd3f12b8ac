package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;

/// Until when a filed case must be investigated (调查期限): sixty working days, thirty more with approval; 劳动保障监察条例
/// art. 17.
@PolicyRule(
        id = "INVESTIGATION_DEADLINE",
        measure = "M15",
        zh = "劳动保障监察调查期限",
        en = "Deadline of an investigation",
        clause = "劳动保障监察条例 art. 17")
public final class InvestigationDeadline implements Rule<InvestigationDeadline.Facts, InvestigationDeadline.Finding> {

    private static final String CLAUSE = "劳动保障监察条例 art. 17";

    public record Facts(LocalDate filedOn) {}

    public record Finding(LocalDate decideBy, LocalDate decideByIfExtended) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.filedOn());
        int days = figures.integer("wage.case.investigate_wd");
        int more = figures.integer("wage.case.extend_wd");
        var by = context.calendar().workingDaysAfter(facts.filedOn(), days);
        var extended = context.calendar().workingDaysAfter(facts.filedOn(), days + more);
        context.step(CLAUSE, "working days after filing", days, by, true);
        context.step(CLAUSE, "working days in total when extended", days + more, extended, true);
        return new Finding(by, extended);
    }
}
