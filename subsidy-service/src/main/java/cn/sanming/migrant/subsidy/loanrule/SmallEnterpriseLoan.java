package cn.sanming.migrant.subsidy.loanrule;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.policy.Checks;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a small enterprise may borrow (小微企业创业担保贷款): up to 3,000,000 when this year's eligible hires are 15% of the
/// staff, 8% above a hundred; exactly the ratio is enough, exactly 100 is not above; measure 4.
@PolicyRule(
        id = "LOAN_SMALL_ENTERPRISE",
        measure = "M04",
        zh = "小微企业创业担保贷款条件和额度",
        en = "Whether and how much a small enterprise may borrow",
        clause = "measure 4: 15%（超100人的企业为8%）…最高不超过300万元")
public final class SmallEnterpriseLoan implements Rule<SmallEnterpriseLoan.Facts, SmallEnterpriseLoan.Finding> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Size of an enterprise (企业规模).
    public enum Size {
        LARGE,
        MEDIUM,
        SMALL,
        MICRO
    }

    public record Facts(
            @PositiveOrZero int existingStaff,
            @PositiveOrZero int eligibleNewHiresThisYear,
            Size size,
            Money requested,
            @Nullable Boolean blacklisted,
            @Nullable Boolean unpaidInsurance,
            @Nullable LocalDate applicationDate) {}

    public record Finding(
            boolean eligible,
            List<String> reasons,
            BigDecimal requiredPercent,
            int requiredNewHires,
            Money maximum,
            Money approved) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.applicationDate() == null ? context.today() : facts.applicationDate();
        var figures = context.on(on);
        boolean large = facts.existingStaff() > figures.integer("loan.small.large_threshold");
        var ratio = figures.decimal(large ? "loan.small.ratio_large" : "loan.small.ratio");
        int needed = ratio.multiply(BigDecimal.valueOf(facts.existingStaff()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        int hired = facts.eligibleNewHiresThisYear();
        boolean small = facts.size() == Size.SMALL || facts.size() == Size.MICRO;
        boolean dishonest = Boolean.TRUE.equals(facts.blacklisted()) || Boolean.TRUE.equals(facts.unpaidInsurance());
        var checks = new Checks(context)
                .that("NOT_SMALL_OR_MICRO", "measure 4: 小微企业", "SMALL|MICRO", facts.size(), small)
                .that("BLACKLISTED_EMPLOYER", "财金〔2023〕75号", false, dishonest, !dishonest)
                .that("NEW_HIRE_RATIO_TOO_LOW", "measure 4: 15% / 8%", needed, hired, hired >= needed);
        var maximum = checks.hold() ? figures.money("loan.small.cap") : Money.ZERO;
        return new Finding(
                checks.hold(),
                checks.failed(),
                percent(ratio),
                needed,
                maximum,
                facts.requested().min(maximum));
    }

    private static BigDecimal percent(BigDecimal ratio) {
        var percent = ratio.multiply(HUNDRED).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0, RoundingMode.UNNECESSARY) : percent;
    }
}
