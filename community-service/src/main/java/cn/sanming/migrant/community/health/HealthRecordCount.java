package cn.sanming.migrant.community.health;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;

/// Who counts as a resident that should have a health record (居民健康档案).
@PolicyRule(
        id = "HEALTH_RECORD_DENOMINATOR",
        measure = "M10",
        zh = "居民健康档案建档对象",
        en = "Who is counted for health records",
        clause = "国家基本公共卫生服务规范: 常住居民")
public final class HealthRecordCount implements Rule<HealthRecordCount.Facts, HealthRecordCount.Finding> {

    public record Facts(LocalDate residenceStart, LocalDate asOf) {}

    public record Finding(boolean counted) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        int months = context.on(facts.asOf()).integer("health.record.residence_months");
        var reached = Dates.addMonths(facts.residenceStart(), months);
        return new Finding(context.step(
                "国家基本公共卫生服务规范",
                "resident for the months that make a resident",
                reached,
                facts.asOf(),
                !reached.isAfter(facts.asOf())));
    }
}
