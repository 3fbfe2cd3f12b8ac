package cn.sanming.migrant.subsidy.agency;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.policy.Checks;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For which person an agency is rewarded (奖补人员条件): brought to a private enterprise of Sanming, with a contract,
/// and stable there; once in a life; measure 3, 人力资源市场暂行条例 art. 18.
@PolicyRule(
        id = "AGENCY_REWARD_PERSON",
        measure = "M03",
        zh = "用工服务奖补人员条件",
        en = "For which person an agency is rewarded",
        clause = "measure 3; 人力资源市场暂行条例 art. 18")
public final class AgencyRewardPerson implements Rule<AgencyRewardPerson.Facts, AgencyRewardPerson.Finding> {

    public record Facts(
            boolean agencyForProfit,
            boolean licenceValidOnStart,
            String employerOwnership,
            String employerDistrict,
            @Nullable Boolean employerBlacklisted,
            boolean contractSigned,
            @Nullable Boolean personAlreadyRewarded,
            @Nullable Boolean alreadyRewarded,
            LocalDate employmentStart,
            @Nullable LocalDate employmentEnd,
            LocalDate applicationDate) {

        boolean rewardedBefore() {
            return Boolean.TRUE.equals(personAlreadyRewarded) || Boolean.TRUE.equals(alreadyRewarded);
        }

        LocalDate employedUntil() {
            return employmentEnd == null || employmentEnd.isAfter(applicationDate) ? applicationDate : employmentEnd;
        }
    }

    public record Finding(boolean eligible, List<String> reasons, LocalDate stableFrom, Money amount) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.applicationDate());
        var stable = Dates.addMonths(facts.employmentStart(), figures.integer("subsidy.agency_reward.stable_months"));
        var latest = Dates.addMonths(stable, figures.integer("subsidy.agency_reward.apply_within_months"));
        boolean listed = Boolean.TRUE.equals(facts.employerBlacklisted());
        boolean ours = facts.employerDistrict().startsWith("3504");
        var checks = new Checks(context)
                .that("AGENCY_NOT_FOR_PROFIT", "measure 3: 经营性", true, facts.agencyForProfit(), facts.agencyForProfit())
                .that(
                        "NO_VALID_LICENCE",
                        "人力资源市场暂行条例 art. 18",
                        true,
                        facts.licenceValidOnStart(),
                        facts.licenceValidOnStart())
                .that(
                        "EMPLOYER_NOT_PRIVATE",
                        "measure 3: 民营企业",
                        "PRIVATE",
                        facts.employerOwnership(),
                        facts.employerOwnership().equals("PRIVATE"))
                .that("EMPLOYER_OUTSIDE_SANMING", "measure 3: 我市", "3504", facts.employerDistrict(), ours)
                .that("BLACKLISTED_EMPLOYER", "支付条例 art. 48", false, listed, !listed)
                .that("NO_LABOUR_CONTRACT", "劳动合同法 art. 10", true, facts.contractSigned(), facts.contractSigned())
                .that(
                        "PERSON_ALREADY_REWARDED",
                        "measure 3: 一次性",
                        false,
                        facts.rewardedBefore(),
                        !facts.rewardedBefore())
                .that(
                        "STABLE_EMPLOYMENT_TOO_SHORT",
                        "measure 3: 就业稳定性",
                        stable,
                        facts.employedUntil(),
                        !stable.isAfter(facts.employedUntil()))
                .that(
                        "APPLIED_TOO_LATE",
                        "measure 3",
                        latest,
                        facts.applicationDate(),
                        !facts.applicationDate().isAfter(latest));
        var amount = checks.hold() ? figures.money("subsidy.agency_reward.per_person") : Money.ZERO;
        return new Finding(checks.hold(), checks.failed(), stable, amount);
    }
}
