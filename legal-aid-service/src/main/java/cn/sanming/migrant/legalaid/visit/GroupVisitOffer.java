package cn.sanming.migrant.legalaid.visit;

import cn.sanming.migrant.legalaid.aid.Matter;
import cn.sanming.migrant.platform.rules.Grounds;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;

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
    public Finding decide(Facts facts, Grounds grounds) {
        int minimum = grounds.on(grounds.today()).integer("legalaid.group_min");
        boolean many = grounds.step(
                "若干措施第18条", "so many workers or more", minimum, facts.workers(), facts.workers() >= minimum);
        boolean wages = facts.matter().equals(Matter.LABOUR_PAY.name());
        grounds.step("若干措施第18条", "with claims for labour pay", Matter.LABOUR_PAY, facts.matter(), wages);
        return new Finding(many && wages);
    }
}
