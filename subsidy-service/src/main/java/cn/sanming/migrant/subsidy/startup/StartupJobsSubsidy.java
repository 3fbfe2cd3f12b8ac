package cn.sanming.migrant.subsidy.startup;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Figures;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.policy.Checks;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The subsidy for jobs a start-up creates (创业带动就业补贴): 1,000 for each qualifying hire, 30,000 in all, for small
/// businesses of up to three years; measure 4.
@PolicyRule(
        id = "STARTUP_JOBS_SUBSIDY",
        measure = "M04",
        zh = "创业带动就业补贴",
        en = "Subsidy for the jobs a start-up creates",
        clause = "measure 4: 总额不超过3万元")
public final class StartupJobsSubsidy implements Rule<StartupJobsSubsidy.Facts, StartupJobsSubsidy.Finding> {

    /// @param qualifyingHires counted already; without it the hires are looked at one by one
    public record Facts(
            @Nullable Integer qualifyingHires,
            @Nullable List<Hire> hires,
            @Nullable Money alreadyGranted,
            @Nullable LocalDate registeredOn,
            @Nullable LocalDate applicationDate,
            @Nullable String size,
            @Nullable Boolean blacklisted) {

        boolean describesTheBusiness() {
            return registeredOn != null || size != null || blacklisted != null;
        }
    }

    public record Hire(
            @Nullable String personId,
            int contractMonths,
            @Nullable LocalDate insuredFrom,
            boolean employed,
            @Nullable Boolean ownerOrSpouse,
            @Nullable Boolean paidBefore) {}

    /// @param eligible only when the facts describe the business
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            @Nullable Boolean eligible, @Nullable List<String> reasons, Money amount, Money totalAfter) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.applicationDate() == null ? context.today() : facts.applicationDate();
        var figures = context.on(on);
        var checks = business(facts, on, figures, new Checks(context));
        var cap = figures.money("subsidy.startup_jobs.cap");
        int hires = qualifying(facts, on, figures);
        var wanted = figures.money("subsidy.startup_jobs.per_hire").times(hires);
        var granted = facts.alreadyGranted() == null ? Money.ZERO : facts.alreadyGranted();
        var amount = checks.hold() ? wanted.min(cap.minusOrZero(granted)) : Money.ZERO;
        var after = granted.plus(amount);
        context.step("measure 4", "the total of the business stays within the cap", cap, after, after.atMost(cap));
        return facts.describesTheBusiness()
                ? new Finding(checks.hold(), checks.failed(), amount, after)
                : new Finding(null, null, amount, after);
    }

    private static Checks business(Facts facts, LocalDate on, Figures figures, Checks checks) {
        if (facts.registeredOn() != null) {
            var until = Dates.addMonths(
                    facts.registeredOn(), figures.integer("subsidy.startup_jobs.business_age_max_months"));
            checks.that("BUSINESS_TOO_OLD", "初创3年内", until, on, !until.isBefore(on));
        }
        if (facts.size() != null) {
            checks.that(
                    "NOT_SMALL_OR_MICRO",
                    "measure 4",
                    "SMALL|MICRO",
                    facts.size(),
                    Set.of("SMALL", "MICRO").contains(facts.size()));
        }
        boolean listed = Boolean.TRUE.equals(facts.blacklisted());
        return checks.that("BLACKLISTED_EMPLOYER", "支付条例 art. 48", false, listed, !listed);
    }

    private static int qualifying(Facts facts, LocalDate on, Figures figures) {
        if (facts.qualifyingHires() != null && facts.qualifyingHires() >= 0) {
            return facts.qualifyingHires();
        }
        if (facts.hires() == null) {
            throw new UnfitFacts(Reason.at("/qualifying_hires", "REQUIRED"));
        }
        return (int) facts.hires().stream()
                .filter(hire -> qualifies(hire, on, figures))
                .count();
    }

    /// Whether a hire counts: a contract of a year, insured for half a year, still there, not the owner's own.
    public static boolean qualifies(Hire hire, LocalDate on, Figures figures) {
        return hire.contractMonths() >= figures.integer("subsidy.startup_jobs.contract_months")
                && hire.employed()
                && hire.insuredFrom() != null
                && Dates.reached(hire.insuredFrom(), figures.integer("subsidy.startup_jobs.insured_months"), on)
                && !Boolean.TRUE.equals(hire.ownerOrSpouse())
                && !Boolean.TRUE.equals(hire.paidBefore());
    }
}
