package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may have a public rental flat (公租房保障资格).
@PolicyRule(
        id = "PRH_ELIGIBILITY",
        measure = "M09",
        zh = "公共租赁住房保障资格",
        en = "Eligibility for public rental housing",
        clause = "measure 9; 公共租赁住房管理办法")
public final class RentalEligibility implements Rule<RentalEligibility.Facts, RentalEligibility.Finding> {

    /// @param workYearsOk          PRH_WORK_YEARS holds; not asked of applicants with local hukou
    /// @param ownHomeAreaPerPerson square metres; or give the whole area and the persons
    /// @param fraudBanUntil        first day on which the applicant may apply again
    public record Facts(
            @Nullable Boolean workYearsOk,
            @Nullable Boolean localHukou,
            @Nullable BigDecimal ownHomeAreaPerPerson,
            @Nullable BigDecimal ownHomeArea,
            @Nullable Integer persons,
            @Nullable Money incomePerCapita,
            @Nullable Boolean otherPublicRentalLease,
            @Nullable LocalDate fraudBanUntil,
            @Nullable LocalDate applicationDate) {}

    public record Finding(boolean eligible, List<String> reasons) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var applied = facts.applicationDate() == null ? context.today() : facts.applicationDate();
        var figures = context.on(applied);
        var reasons = new ArrayList<String>();
        if (!Boolean.TRUE.equals(facts.localHukou())
                && !context.step(
                        "measure 9",
                        "worked three years in Sanming",
                        true,
                        facts.workYearsOk(),
                        Boolean.TRUE.equals(facts.workYearsOk()))) {
            reasons.add("WORKED_LT_3_YEARS");
        }
        var limit = figures.decimal("housing.prh.max_area_per_person");
        var area = area(facts);
        if (!context.step(
                "measure 9",
                "own home below the limit per person, in square metres",
                limit,
                area,
                area.compareTo(limit) < 0)) {
            reasons.add("HOME_AREA_NOT_BELOW_LIMIT");
        }
        var most = figures.moneyOrNull("housing.prh.max_income_per_capita");
        var income = facts.incomePerCapita();
        if (most != null
                && income != null
                && !context.step("measure 9", "income per head at most the limit", most, income, income.atMost(most))) {
            reasons.add("INCOME_ABOVE_LIMIT");
        }
        if (!context.step(
                "公共租赁住房管理办法",
                "no other public rental lease",
                false,
                facts.otherPublicRentalLease(),
                !Boolean.TRUE.equals(facts.otherPublicRentalLease()))) {
            reasons.add("DUPLICATE");
        }
        var ban = facts.fraudBanUntil();
        if (!context.step(
                "公共租赁住房管理办法", "no ban for a false statement", "none", ban, ban == null || !applied.isBefore(ban))) {
            reasons.add("FRAUD_BAN");
        }
        return new Finding(reasons.isEmpty(), reasons);
    }

    private static BigDecimal area(Facts facts) {
        if (facts.ownHomeAreaPerPerson() != null) {
            return facts.ownHomeAreaPerPerson();
        }
        if (facts.ownHomeArea() == null || facts.persons() == null || facts.persons() < 1) {
            throw new UnfitFacts(Reason.at("/own_home_area_per_person", "REQUIRED"));
        }
        return facts.ownHomeArea().divide(BigDecimal.valueOf(facts.persons()), 4, RoundingMode.DOWN);
    }
}
