package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may buy a price-limited home (限价房): incoming talent employed in the city area without a home there.
@PolicyRule(
        id = "PLH_ELIGIBILITY",
        measure = "M09",
        zh = "限价房配售资格",
        en = "Eligibility for price-limited housing",
        clause = "measure 9: 对在市区就业外来人才家庭配售限价房")
public final class PriceLimitedEligibility
        implements Rule<PriceLimitedEligibility.Facts, PriceLimitedEligibility.Finding> {

    public record Facts(
            boolean talentCertificateValid,
            String employedIn,
            boolean ownsHomeInCityArea,
            @Nullable Boolean boughtBefore) {}

    public record Finding(boolean eligible, List<String> reasons) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var divisions = Divisions.sanming();
        var reasons = new ArrayList<String>();
        if (!context.step(
                "measure 9",
                "talent certificate valid",
                true,
                facts.talentCertificateValid(),
                facts.talentCertificateValid())) {
            reasons.add("NO_TALENT_CERTIFICATE");
        }
        var inCity = divisions.isCityArea(divisions.current(facts.employedIn()));
        if (!context.step("measure 9", "employed in the city area", "350404|350405", facts.employedIn(), inCity)) {
            reasons.add("NOT_EMPLOYED_IN_CITY_AREA");
        }
        if (!context.step(
                "measure 9",
                "the household owns no home there",
                false,
                facts.ownsHomeInCityArea(),
                !facts.ownsHomeInCityArea())) {
            reasons.add("OWNS_HOME");
        }
        var bought = Boolean.TRUE.equals(facts.boughtBefore());
        if (!context.step("measure 9", "never bought before", false, bought, !bought)) {
            reasons.add("DUPLICATE");
        }
        return new Finding(reasons.isEmpty(), reasons);
    }
}
