package cn.sanming.migrant.community.health;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;

/// When the next follow-up of a chronic patient is due (慢性病随访).
@PolicyRule(
        id = "FOLLOWUP_DUE",
        measure = "M10",
        zh = "慢性病随访日期",
        en = "Due day of a follow-up",
        clause = "国家基本公共卫生服务规范")
public final class FollowUpDue implements Rule<FollowUpDue.Facts, FollowUpDue.Finding> {

    public record Facts(LocalDate lastFollowup, boolean controlled) {}

    public record Finding(LocalDate dueOn) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.lastFollowup());
        var due = facts.controlled()
                ? Dates.addMonths(facts.lastFollowup(), figures.integer("health.followup.interval_months"))
                : facts.lastFollowup().plusDays(figures.integer("health.followup.uncontrolled_days"));
        context.step(
                "国家基本公共卫生服务规范",
                "controlled: the usual interval, not controlled: soon again",
                facts.controlled(),
                due,
                true);
        return new Finding(due);
    }
}
