package cn.sanming.migrant.job.family;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which household is a zero-employment family (零就业家庭): somebody in it could work, all who could are registered as
/// unemployed, and no business earns for it; 就业促进法 art. 56.
@PolicyRule(
        id = "ZERO_EMPLOYMENT_FAMILY",
        measure = "M02",
        zh = "零就业家庭认定",
        en = "What a zero-employment family is",
        clause = "就业促进法 art. 56")
final class ZeroEmploymentRule implements Rule<ZeroEmploymentRule.Facts, ZeroEmploymentRule.Finding> {

    private static final String CLAUSE = "就业促进法 art. 56";

    record Facts(List<Member> members, boolean businessIncome) {}

    record Member(
            boolean workingAge,
            boolean able,
            boolean willing,
            @Nullable Boolean student,
            String status) {

        boolean counts() {
            return workingAge && able && willing && !Boolean.TRUE.equals(student);
        }

        boolean registered() {
            return status.equals("REGISTERED_UNEMPLOYED");
        }
    }

    record Finding(boolean zeroEmploymentFamily, int countedMembers) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var counted = facts.members().stream().filter(Member::counts).toList();
        long registered = counted.stream().filter(Member::registered).count();
        var some = context.step(CLAUSE, "at least one member could work", 1, counted.size(), !counted.isEmpty());
        var all = context.step(
                CLAUSE,
                "every member who could work is registered as unemployed",
                counted.size(),
                registered,
                registered == counted.size());
        var none = context.step(CLAUSE, "no business income", false, facts.businessIncome(), !facts.businessIncome());
        return new Finding(some && all && none, counted.size());
    }
}
