package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.housing.application.RentalEligibility;
import cn.sanming.migrant.housing.ban.FraudBans;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Renewal and exit (续租、腾退).
@Component
class Term {

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final LeaseLimits limits;
    private final RentalEligibility eligibility;
    private final FraudBans bans;

    record Renewal(
            LocalDate endOn,
            @DecimalMin("0.00") BigDecimal ownHomeArea,
            @Min(1) @Max(20) int persons,
            @Nullable Money incomePerCapita) {}

    record RefusedRenewal(@Size(min = 2, max = 200) String reason, LocalDate vacateBy) {}

    record Leaving(LocalDate leaveOn) {}

    record Keys(LocalDate returnedOn) {}

    Term(MongoTemplate mongo, RuleBook rules, LeaseLimits limits, RentalEligibility eligibility, FraudBans bans) {
        this.mongo = mongo;
        this.rules = rules;
        this.limits = limits;
        this.eligibility = eligibility;
        this.bans = bans;
    }

    LocalDate renewalRequestBy(Lease lease) {
        return rules.decide(limits, new LeaseLimits.Facts(lease.startOn, lease.endOn))
                .result()
                .renewalRequestBy();
    }

    Verdict request(Lease lease, Nothing nothing, CommandContext context) {
        var last = renewalRequestBy(lease);
        return context.today().isAfter(last)
                ? Verdict.refused(
                        Kind.DEADLINE_PASSED, Reason.of("RENEWAL_TOO_LATE").required(last, context.today()))
                : Verdict.granted();
    }

    /// The conditions are checked again; the new term is at most as long as the first (housing.lease_max_years).
    Verdict renew(Lease lease, Renewal body, CommandContext context) {
        var found = rules.decide(
                eligibility,
                new RentalEligibility.Facts(
                        true,
                        null,
                        null,
                        body.ownHomeArea(),
                        body.persons(),
                        body.incomePerCapita(),
                        anotherLease(lease),
                        bans.until(lease.personId),
                        context.today()));
        var term = rules.decide(limits, new LeaseLimits.Facts(lease.endOn.plusDays(1), body.endOn()));
        var guards = Verdict.guards();
        found.result().reasons().forEach(code -> guards.require(false, code));
        return guards.require(
                        term.result().accepted(),
                        Reason.at("/end_on", "LEASE_TOO_LONG")
                                .required(term.result().latestPermittedEnd(), body.endOn()))
                .then(() -> {
                    lease.renewal = found;
                    lease.endOn = body.endOn();
                    lease.tellSigned(context);
                });
    }

    private boolean anotherLease(Lease lease) {
        return mongo.exists(
                Query.query(Criteria.where("household")
                        .in(lease.household)
                        .and("file.state")
                        .in(LeaseState.OPEN)
                        .and("_id")
                        .ne(lease.id)),
                Lease.class);
    }

    Verdict refuseRenewal(Lease lease, RefusedRenewal body, CommandContext context) {
        return Verdict.guards()
                .require(
                        !body.vacateBy().isBefore(lease.endOn),
                        Reason.at("/vacate_by", "BEFORE_THE_END").required(lease.endOn, body.vacateBy()))
                .then(() -> {
                    lease.vacateBy = body.vacateBy();
                    lease.endReason = "RENEWAL_REFUSED";
                });
    }

    /// The tenant leaves early: the lease ends on the day the tenant names.
    Verdict giveNotice(Lease lease, Leaving body, CommandContext context) {
        return Verdict.guards()
                .require(lease.file.is(LeaseState.ACTIVE), "LEASE_NOT_ACTIVE")
                .require(
                        !body.leaveOn().isBefore(context.today())
                                && !body.leaveOn().isAfter(lease.endOn),
                        Reason.at("/leave_on", "OUTSIDE_THE_LEASE").required(lease.endOn, body.leaveOn()))
                .then(() -> {
                    lease.endOn = body.leaveOn();
                    lease.endReason = "TENANT_LEFT";
                });
    }

    Verdict expire(Lease lease, Nothing nothing, CommandContext context) {
        return Verdict.guards()
                .require(
                        context.today().isAfter(lease.endOn),
                        Reason.of("LEASE_RUNNING").required(lease.endOn, context.today()))
                .then(() -> {
                    lease.vacateBy = lease.endOn;
                    lease.endReason = lease.endReason == null ? "EXPIRED" : lease.endReason;
                });
    }

    Verdict enforce(Lease lease, Nothing nothing, CommandContext context) {
        var by = lease.vacateBy;
        return Verdict.guards()
                .require(
                        by != null && context.today().isAfter(by),
                        Reason.of("TIME_TO_LEAVE_RUNNING").required(by, context.today()))
                .verdict();
    }

    Verdict vacate(Lease lease, Keys body, CommandContext context) {
        var ended = Verdict.guards()
                .require(
                        !body.returnedOn().isAfter(context.today())
                                && !body.returnedOn().isBefore(lease.startOn),
                        Reason.at("/returned_on", "OUTSIDE_THE_LEASE").required(context.today(), body.returnedOn()))
                .then(() -> lease.end(body.returnedOn(), context));
        return LeaseEffects.ended(lease, body.returnedOn(), ended);
    }
}
