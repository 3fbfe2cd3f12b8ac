package cn.sanming.migrant.subsidy.appraisal;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.policy.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The subsidy for a new certificate (职业技能鉴定补贴): 700 to 3,000 by level, 30% more for occupations in short supply;
/// the uplift raises the standard and may pass 3,000; measure 6.
@PolicyRule(
        id = "APPRAISAL_SUBSIDY",
        measure = "M06",
        zh = "职业技能培训（鉴定）补贴",
        en = "Subsidy for a new skill certificate",
        clause = "measure 6: 每人700-3000元；急需紧缺提高30%")
public final class AppraisalSubsidy implements Rule<AppraisalSubsidy.Facts, AppraisalSubsidy.Finding> {

    /// @param level 5 to 1 (1 is the highest), or `SPECIAL`
    public record Facts(
            LocalDate certificateIssuedOn,
            LocalDate applicationDate,
            @Nullable Boolean onShortageListOnIssueDate,
            @Nullable List<String> alreadySubsidisedLevels,
            @Nullable Integer paidThisYear,
            String level,
            @Nullable String certificateState,
            @Nullable Boolean certificateRevoked) {

        boolean revoked() {
            return "REVOKED".equals(certificateState) || Boolean.TRUE.equals(certificateRevoked);
        }

        List<String> paidLevels() {
            return alreadySubsidisedLevels == null ? List.of() : alreadySubsidisedLevels;
        }
    }

    public record Finding(boolean eligible, List<String> reasons, Money standard, Money amount, LocalDate applyUntil) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.applicationDate());
        var level = SkillLevel.parse(facts.level());
        if (level == null || facts.paidLevels().stream().anyMatch(paid -> SkillLevel.parse(paid) == null)) {
            throw new UnfitFacts(Reason.at("/level", "INVALID_CHOICE").required("1..5|SPECIAL", facts.level()));
        }
        var standard = figures.money(level.parameter());
        boolean scarce = Boolean.TRUE.equals(facts.onShortageListOnIssueDate());
        var uplifted = scarce
                ? standard.times(BigDecimal.ONE.add(figures.decimal("subsidy.appraisal.shortage_uplift")))
                : standard;
        var until =
                Dates.addMonths(facts.certificateIssuedOn(), figures.integer("subsidy.appraisal.apply_within_months"));
        var paidLevels = facts.paidLevels();
        boolean covered = paidLevels.stream().anyMatch(paid -> level.coveredBy(SkillLevel.parse(paid)));
        int paid = facts.paidThisYear() == null ? 0 : facts.paidThisYear();
        int most = figures.integer("subsidy.appraisal.max_per_year");
        var checks = new Checks(context)
                .that(
                        "APPLIED_AFTER_12_MONTHS",
                        "measure 6",
                        until,
                        facts.applicationDate(),
                        !facts.applicationDate().isAfter(until))
                .that("SAME_OR_HIGHER_LEVEL_ALREADY_PAID", "measure 6", facts.level(), paidLevels, !covered)
                .that("THREE_PER_YEAR_REACHED", "measure 6", most, paid, paid < most)
                .that("CERTIFICATE_REVOKED", "measure 6", false, facts.revoked(), !facts.revoked());
        return new Finding(checks.hold(), checks.failed(), standard, checks.hold() ? uplifted : Money.ZERO, until);
    }
}
