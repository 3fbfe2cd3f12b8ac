package cn.sanming.migrant.job.hardship;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is certified as a hardship person (就业困难人员): the "4050" group, the long-term unemployed, and the groups an
/// officer proves by documents; valid for one year.
@PolicyRule(
        id = "HARDSHIP_CERTIFICATION",
        measure = "M02",
        zh = "就业困难人员认定",
        en = "Certification of hardship persons",
        clause = "就业促进法 art. 52; measure 2")
final class HardshipRule implements Rule<HardshipRule.Facts, HardshipRule.Finding> {

    private static final String CLAUSE = "就业促进法 art. 52";

    /// @param proved documents of the officer, for the groups that no register shows
    record Facts(
            HardshipCategory category,
            LocalDate certifiedOn,
            @Nullable LocalDate birthDate,
            Retirement.@Nullable Category retirementCategory,
            @Nullable LocalDate registeredOn,
            @Nullable Boolean familyVerified,
            @Nullable Boolean proved) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Finding(
            boolean eligible,
            List<String> reasons,
            @Nullable LocalDate validUntil) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var holds =
                switch (facts.category()) {
                    case OLDER -> older(facts, context);
                    case LONG_TERM_UNEMPLOYED -> longUnemployed(facts, context);
                    case ZERO_EMPLOYMENT_FAMILY ->
                        proof(context, "the household is verified as a zero-employment family", facts.familyVerified());
                    case DISABLED, LOW_INCOME_FAMILY, LAND_LOST ->
                        proof(context, "documents prove the category", facts.proved());
                };
        return holds
                ? new Finding(true, List.of(), Dates.addYears(facts.certifiedOn(), 1))
                : new Finding(false, List.of("CATEGORY_NOT_MET"), null);
    }

    private static boolean older(Facts facts, RuleContext context) {
        if (facts.birthDate() == null || facts.retirementCategory() == null) {
            throw new UnfitFacts(Reason.at("/birth_date", "REQUIRED"), Reason.at("/retirement_category", "REQUIRED"));
        }
        var sex = facts.retirementCategory() == Retirement.Category.MALE ? "MALE" : "FEMALE";
        int from = context.on(facts.certifiedOn()).list("job.hardship.older_age").stream()
                .filter(row -> row.startsWith(sex))
                .mapToInt(row -> Integer.parseInt(row.substring(sex.length()).strip()))
                .findFirst()
                .orElseThrow();
        int age = Dates.age(facts.birthDate(), facts.certifiedOn());
        var registered = context.step(
                CLAUSE, "registered as unemployed", true, facts.registeredOn(), facts.registeredOn() != null);
        return context.step(CLAUSE, "old enough for the 4050 group", from, age, age >= from) && registered;
    }

    private static boolean longUnemployed(Facts facts, RuleContext context) {
        int months = context.on(facts.certifiedOn()).integer("job.hardship.unemployed_months");
        var since = facts.registeredOn();
        return context.step(
                CLAUSE,
                "registered without a break for the months required",
                months,
                since,
                since != null && Dates.reached(since, months, facts.certifiedOn()));
    }

    private static boolean proof(RuleContext context, String statement, @Nullable Boolean given) {
        return context.step(CLAUSE, statement, true, given, Boolean.TRUE.equals(given));
    }
}
