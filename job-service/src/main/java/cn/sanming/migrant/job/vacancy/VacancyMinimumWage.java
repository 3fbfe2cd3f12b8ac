package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.MinimumWages;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// No vacancy below the local minimum wage (最低工资标准): full-time pay by the month, other pay by the hour; the minimum
/// itself is lawful.
@PolicyRule(
        id = "VACANCY_MIN_WAGE",
        measure = "M01",
        zh = "招聘工资不得低于当地最低工资标准",
        en = "A vacancy pays at least the local minimum wage",
        clause = "最低工资规定; measure 1")
final class VacancyMinimumWage implements Rule<VacancyMinimumWage.Facts, VacancyMinimumWage.Finding> {

    /// @param localMinimumWage the figure to compare with; without it the table of the district is read
    record Facts(
            @Nullable String district,
            @Nullable Money localMinimumWage,
            Money wageMax,
            @Nullable WageUnit wageUnit,
            @Nullable LocalDate today) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Finding(boolean accepted, @Nullable String error) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var unit = facts.wageUnit() == null ? WageUnit.MONTH : facts.wageUnit();
        var minimum = minimum(facts, unit, context);
        var accepted = minimum == null
                || context.step(
                        "最低工资规定",
                        "the highest wage offered is at least the local minimum wage",
                        minimum,
                        facts.wageMax(),
                        facts.wageMax().atLeast(minimum));
        return new Finding(accepted, accepted ? null : "WAGE_BELOW_MINIMUM");
    }

    private static @Nullable Money minimum(Facts facts, WageUnit unit, RuleContext context) {
        if (facts.localMinimumWage() != null) {
            return facts.localMinimumWage();
        }
        var on = facts.today() == null ? context.today() : facts.today();
        return switch (unit) {
            case MONTH -> MinimumWages.fujian().monthly(district(facts), on);
            case HOUR -> MinimumWages.fujian().hourly(district(facts), on);
            case DAY, PIECE -> null;
        };
    }

    private static String district(Facts facts) {
        if (facts.district() == null || !facts.district().startsWith("3504")) {
            throw new UnfitFacts(Reason.at("/district", facts.district() == null ? "REQUIRED" : "UNKNOWN_DISTRICT"));
        }
        return facts.district();
    }
}
