package cn.sanming.migrant.legalaid.visit;

import cn.sanming.migrant.legalaid.aid.Matter;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;

/// When a visit is offered (群体性讨薪案件预约、上门受理): ten or more workers with wage claims. Fewer may ask for it.
@PolicyRule(
        id = "GROUP_VISIT",
        measure = "M18",
        zh = "群体性讨薪案件预约、上门受理",
        en = "Visits to groups with wage claims",
        clause = "若干措施第18条")
public final class GroupVisitOffer implements Rule<GroupVisitOffer.Facts, GroupVisitOffer.Finding> {

    public record Facts(int workers, String matter) {}

    public record Finding(boolean visitOffered) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        int minimum = context.on(context.today()).integer("legalaid.group_min");
        boolean many = context.step(
                "若干措施第18条", "so many workers or more", minimum, facts.workers(), facts.workers() >= minimum);
        boolean wages = facts.matter().equals(Matter.LABOUR_PAY.name());
        context.step("若干措施第18条", "with claims for labour pay", Matter.LABOUR_PAY, facts.matter(), wages);
        return new Finding(many && wages);
    }
}
