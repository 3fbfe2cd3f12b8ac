package cn.sanming.migrant.community.school;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Points of a child outside the catchment (积分入学): residence, insurance, housing, skill, honour.
@PolicyRule(
        id = "ENROLMENT_POINTS",
        measure = "M08",
        zh = "积分入学计分",
        en = "Enrolment points",
        clause = "measure 8: 积分入学")
public final class EnrolmentPoints implements Rule<EnrolmentPoints.Facts, EnrolmentPoints.Finding> {

    public enum Housing {
        OWN_IN_CATCHMENT,
        OWN_IN_CENTRAL_AREA,
        REGISTERED_OR_PUBLIC_RENTAL_LEASE,
        NONE
    }

    /// @param pensionMonths the better guardian's; @param skillLevel 5 is the lowest, 1 the highest
    public record Facts(
            int residenceMonths,
            int pensionMonths,
            Housing housing,
            @Nullable Integer skillLevel,
            @Nullable Boolean honour) {}

    public record Finding(int residence, int insurance, int housing, int skill, int honour, int total) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var table = table(context);
        int residence = Math.clamp(facts.residenceMonths(), 0, table.get("residence.max"));
        int insurance = Math.clamp(facts.pensionMonths(), 0, table.get("insurance.max"));
        int housing = table.get("housing." + facts.housing());
        int skill = facts.skillLevel() == null ? 0 : table.getOrDefault("skill." + facts.skillLevel(), 0);
        int honour = Boolean.TRUE.equals(facts.honour()) ? table.get("honour") : 0;
        context.step(
                "measure 8",
                "a point for each month of residence, up to the most",
                table.get("residence.max"),
                residence,
                true);
        context.step(
                "measure 8",
                "a point for each month of pension insurance, up to the most",
                table.get("insurance.max"),
                insurance,
                true);
        context.step("measure 8", "points for housing", facts.housing(), housing, true);
        context.step("measure 8", "points for the skill level", facts.skillLevel(), skill, true);
        context.step("measure 21", "points for the honour", facts.honour(), honour, true);
        return new Finding(
                residence, insurance, housing, skill, honour, residence + insurance + housing + skill + honour);
    }

    private static Map<String, Integer> table(RuleContext context) {
        var table = new HashMap<String, Integer>();
        for (var row : context.on(context.today()).list("edu.points")) {
            int gap = row.strip().lastIndexOf(' ');
            table.put(row.strip().substring(0, gap), Integer.valueOf(row.strip().substring(gap + 1)));
        }
        return table;
    }
}
