package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The allowance for work in the heat (高温津贴), by the day or by the month; hours lost to the heat are never cut from
/// wages; 防暑降温措施管理办法 art. 17.
@PolicyRule(id = "HEAT_ALLOWANCE", measure = "M14", zh = "高温津贴", en = "Heat allowance", clause = "防暑降温措施管理办法 art. 17")
public final class HeatAllowance implements Rule<HeatAllowance.Facts, HeatAllowance.Finding> {

    private static final String CLAUSE = "防暑降温措施管理办法 art. 17";

    /// How the employer pays it.
    public enum Mode {
        DAY,
        MONTH
    }

    /// @param daysWorkedOutdoorsAt_35OrMore named as on the wire: `days_worked_outdoors_at_35_or_more`
    /// @param months                        months of the season worked, for the monthly mode
    public record Facts(
            @PositiveOrZero @Nullable Integer daysWorkedOutdoorsAt_35OrMore,
            @Nullable Mode mode,
            @PositiveOrZero @Nullable Integer months,
            @Nullable LocalDate on) {}

    public record Finding(Money allowance) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.on() == null ? context.today() : facts.on());
        return switch (facts.mode() == null ? Mode.DAY : facts.mode()) {
            case DAY -> {
                int days = required("/days_worked_outdoors_at_35_or_more", facts.daysWorkedOutdoorsAt_35OrMore());
                var rate = figures.money("wage.heat.allowance_day");
                context.step(CLAUSE, "for each day outdoors from 35 degrees", rate, days, true);
                yield new Finding(rate.times(days));
            }
            case MONTH -> {
                int months = required("/months", facts.months());
                var rate = figures.money("wage.heat.allowance_month");
                context.step(CLAUSE, "for each month of the season", rate, months, true);
                yield new Finding(rate.times(months));
            }
        };
    }

    private static int required(String pointer, @Nullable Integer value) {
        if (value == null) {
            throw new UnfitFacts(Reason.at(pointer, "REQUIRED"));
        }
        return value;
    }
}
