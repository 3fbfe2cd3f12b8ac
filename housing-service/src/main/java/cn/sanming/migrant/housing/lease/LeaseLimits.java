package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;

/// How long a lease may last and when its renewal must be asked for (租赁期限).
@PolicyRule(
        id = "LEASE_LIMITS",
        measure = "M09",
        zh = "租赁期限与续租申请",
        en = "Limits of a lease",
        clause = "公共租赁住房管理办法: 租赁期限一般不超过5年")
public final class LeaseLimits implements Rule<LeaseLimits.Facts, LeaseLimits.Finding> {

    /// @param endOn last day of the lease
    public record Facts(LocalDate startOn, LocalDate endOn) {}

    public record Finding(LocalDate latestPermittedEnd, boolean accepted, LocalDate renewalRequestBy) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.startOn());
        var latest = Dates.addYears(facts.startOn(), figures.integer("housing.lease_max_years"))
                .minusDays(1);
        var accepted = context.step(
                "公共租赁住房管理办法",
                "the lease begins before it ends, and ends in time",
                latest,
                facts.endOn(),
                !facts.endOn().isAfter(latest) && !facts.endOn().isBefore(facts.startOn()));
        var request = Dates.addMonths(facts.endOn(), -figures.integer("housing.renewal_notice_months"));
        return new Finding(latest, accepted, request);
    }
}
