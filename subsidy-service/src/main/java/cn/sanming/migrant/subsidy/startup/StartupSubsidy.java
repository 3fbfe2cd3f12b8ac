package cn.sanming.migrant.subsidy.startup;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.policy.Checks;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one-off start-up subsidy (一次性创业补贴): the first business of a migrant worker, one year in normal operation;
/// exactly one year suffices; at most 10,000; measure 4.
@PolicyRule(
        id = "STARTUP_SUBSIDY",
        measure = "M04",
        zh = "一次性创业补贴",
        en = "One-off start-up subsidy",
        clause = "measure 4: 首次创业正常经营1年以上…不超过1万元")
public final class StartupSubsidy implements Rule<StartupSubsidy.Facts, StartupSubsidy.Finding> {

    public record Facts(
            boolean isMigrantWorker,
            boolean firstBusiness,
            String district,
            LocalDate registeredOn,
            String status,
            boolean abnormalList,
            int taxQuartersFiledLast_4,
            @Nullable Boolean blacklisted,
            @Nullable Boolean alreadyPaid,
            Money requested,
            LocalDate applicationDate) {}

    public record Finding(boolean eligible, List<String> reasons, LocalDate oneYearReachedOn, Money amount) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.applicationDate(), facts.district());
        var reached = Dates.addMonths(facts.registeredOn(), figures.integer("subsidy.startup.min_operation_months"));
        int quarters = figures.integer("subsidy.startup.tax_quarters");
        int filed = facts.taxQuartersFiledLast_4();
        boolean listed = Boolean.TRUE.equals(facts.blacklisted());
        boolean paid = Boolean.TRUE.equals(facts.alreadyPaid());
        var checks = new Checks(context)
                .that("NOT_MIGRANT_WORKER", "measure 4: 返乡农民工", true, facts.isMigrantWorker(), facts.isMigrantWorker())
                .that("NOT_FIRST_BUSINESS", "measure 4: 首次创业", true, facts.firstBusiness(), facts.firstBusiness())
                .that(
                        "OUTSIDE_SANMING",
                        "measure 4",
                        "3504",
                        facts.district(),
                        facts.district().startsWith("3504"))
                .that(
                        "OPERATED_LT_1_YEAR",
                        "measure 4: 1年以上",
                        reached,
                        facts.applicationDate(),
                        !reached.isAfter(facts.applicationDate()))
                .that(
                        "NOT_OPERATING",
                        "measure 4: 正常经营",
                        "ACTIVE",
                        facts.status(),
                        facts.status().equals("ACTIVE"))
                .that(
                        "ON_ABNORMAL_OPERATION_LIST",
                        "measure 4: 正常经营",
                        false,
                        facts.abnormalList(),
                        !facts.abnormalList())
                .that("TAX_FILINGS_MISSING", "measure 4: 正常经营", quarters, filed, filed >= quarters)
                .that("BLACKLISTED_EMPLOYER", "支付条例 art. 48", false, listed, !listed)
                .that("ALREADY_PAID", "measure 4: 一次性", false, paid, !paid);
        var amount = checks.hold()
                ? facts.requested()
                        .min(figures.money("subsidy.startup.standard"))
                        .min(figures.money("subsidy.startup.cap"))
                : Money.ZERO;
        return new Finding(checks.hold(), checks.failed(), reached, amount);
    }
}
