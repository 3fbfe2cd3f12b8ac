package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.reference.Figures;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The wage deposit of a project (工资保证金): exempt, reduced, full or raised by how the contractor paid so far; 支付条例
/// art. 32 and the Fujian rules of July 2024.
@PolicyRule(
        id = "WAGE_DEPOSIT",
        measure = "M15",
        zh = "工资保证金存储比例和金额",
        en = "Rate and amount of the wage deposit",
        clause = "支付条例 art. 32")
public final class DepositRate implements Rule<DepositRate.Facts, DepositRate.Finding> {

    private static final String CLAUSE = "支付条例 art. 32";

    /// Why the rate is what it is.
    public enum Basis {
        EXEMPT_3_CLEAN_YEARS,
        EXEMPT_SMALL_OR_SHORT,
        RAISED_100_PERCENT,
        RAISED_50_PERCENT,
        REDUCED_2_CLEAN_YEARS,
        SECOND_PROJECT,
        BASE,
        BASE_CAPPED
    }

    /// @param projectOrderInArea    1 for the contractor's first project in the area, 2 for the second, and so on
    /// @param arrearsInLastTwoYears where nobody says, a previous year that was not clean had arrears in it
    public record Facts(
            LocalDate contractSignedOn,
            Money contractPrice,
            int durationMonths,
            @Nullable Boolean previousYearClean,
            @Nullable Integer cleanYears,
            @Nullable Boolean realnameAndAccountOk,
            @Nullable Integer projectOrderInArea,
            @Nullable Boolean arrearsInLastTwoYears,
            @Nullable Boolean blacklisted) {

        boolean clean() {
            return Boolean.TRUE.equals(previousYearClean);
        }

        boolean systemsInOrder() {
            return Boolean.TRUE.equals(realnameAndAccountOk);
        }

        int yearsClean() {
            return cleanYears == null ? 0 : cleanYears;
        }

        boolean listed() {
            return Boolean.TRUE.equals(blacklisted);
        }

        boolean inArrears() {
            return arrearsInLastTwoYears == null ? Boolean.FALSE.equals(previousYearClean) : arrearsInLastTwoYears;
        }
    }

    /// @param ratePercent two decimals, or "0" for an exemption
    public record Finding(String ratePercent, Money amount, Basis basis) {

        public boolean exempt() {
            return switch (basis) {
                case EXEMPT_3_CLEAN_YEARS, EXEMPT_SMALL_OR_SHORT -> true;
                case RAISED_100_PERCENT, RAISED_50_PERCENT, REDUCED_2_CLEAN_YEARS, SECOND_PROJECT, BASE, BASE_CAPPED ->
                    false;
            };
        }
    }

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.contractSignedOn());
        if (longClean(facts, figures, context)) {
            return new Finding("0", Money.ZERO, Basis.EXEMPT_3_CLEAN_YEARS);
        }
        if (smallOrShort(facts, figures, context)) {
            return new Finding("0", Money.ZERO, Basis.EXEMPT_SMALL_OR_SHORT);
        }
        var base = figures.decimal("wage.deposit.rate");
        if (!context.step(CLAUSE, "not listed as seriously dishonest", false, facts.listed(), !facts.listed())) {
            return uncapped(
                    raised(base, figures.decimal("wage.deposit.raise_blacklist")), facts, Basis.RAISED_100_PERCENT);
        }
        if (!context.step(CLAUSE, "no arrears in the last two years", false, facts.inArrears(), !facts.inArrears())) {
            return uncapped(
                    raised(base, figures.decimal("wage.deposit.raise_arrears")), facts, Basis.RAISED_50_PERCENT);
        }
        int reduced = figures.integer("wage.deposit.reduced_clean_years");
        if (context.step(
                CLAUSE, "clean years for a reduction", reduced, facts.yearsClean(), facts.yearsClean() >= reduced)) {
            return capped(
                    figures.decimal("wage.deposit.rate_clean2"), facts, figures, context, Basis.REDUCED_2_CLEAN_YEARS);
        }
        int order = facts.projectOrderInArea() == null ? 1 : facts.projectOrderInArea();
        if (context.step(CLAUSE, "second or later project in the area", 2, order, order >= 2)) {
            return capped(figures.decimal("wage.deposit.rate_second"), facts, figures, context, Basis.SECOND_PROJECT);
        }
        return capped(base, facts, figures, context, Basis.BASE);
    }

    private static boolean longClean(Facts facts, Figures figures, RuleContext context) {
        int years = figures.integer("wage.deposit.exempt_clean_years");
        return context.step(
                        CLAUSE, "clean years for an exemption", years, facts.yearsClean(), facts.yearsClean() >= years)
                && context.step(
                        CLAUSE,
                        "real-name system and special account in order",
                        true,
                        facts.systemsInOrder(),
                        facts.systemsInOrder());
    }

    /// Both ways to this exemption ask for a clean record first.
    private static boolean smallOrShort(Facts facts, Figures figures, RuleContext context) {
        boolean clean = facts.clean() && !facts.inArrears() && !facts.listed();
        if (!context.step(CLAUSE, "previous year clean, no arrears in two years, not listed", true, clean, clean)) {
            return false;
        }
        var small = figures.money("wage.deposit.exempt_below");
        int brief = figures.integer("wage.deposit.exempt_below_months");
        return context.step(
                        CLAUSE,
                        "contract price below",
                        small,
                        facts.contractPrice(),
                        small.moreThan(facts.contractPrice()))
                || context.step(
                        CLAUSE, "shorter than months", brief, facts.durationMonths(), facts.durationMonths() < brief);
    }

    private static BigDecimal raised(BigDecimal rate, BigDecimal by) {
        return rate.multiply(BigDecimal.ONE.add(by));
    }

    private static Finding uncapped(BigDecimal rate, Facts facts, Basis basis) {
        return new Finding(percent(rate), facts.contractPrice().times(rate), basis);
    }

    private static Finding capped(BigDecimal rate, Facts facts, Figures figures, RuleContext context, Basis basis) {
        var computed = facts.contractPrice().times(rate);
        var cap = figures.moneyOrNull("wage.deposit.cap");
        if (cap == null || context.step(CLAUSE, "deposit within the cap", cap, computed, computed.atMost(cap))) {
            return new Finding(percent(rate), computed, basis);
        }
        return new Finding(percent(rate), cap, basis == Basis.BASE ? Basis.BASE_CAPPED : basis);
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
