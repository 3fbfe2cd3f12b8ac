package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/// Whether there was a show in every week of a year (周周有戏看).
@PolicyRule(id = "WEEKLY_SHOW", measure = "M12", zh = "周周有戏看", en = "A show every week", clause = "measure 12: 周周有戏看")
public final class WeeklyShow implements Rule<WeeklyShow.Facts, WeeklyShow.Finding> {

    public record Facts(int isoYear, int weeksWithPerformance) {}

    public record Finding(int isoWeeks, String ratioPercent, boolean met) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        // 4 January is in week 1 of every ISO year
        int weeks = (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(facts.isoYear(), 1, 4))
                .getMaximum();
        var ratio = BigDecimal.valueOf(100L * facts.weeksWithPerformance())
                .divide(BigDecimal.valueOf(weeks), 2, RoundingMode.HALF_UP);
        var met = context.step(
                "measure 12",
                "weeks with a performance",
                weeks,
                facts.weeksWithPerformance(),
                facts.weeksWithPerformance() >= weeks);
        return new Finding(weeks, ratio.toPlainString(), met);
    }
}
