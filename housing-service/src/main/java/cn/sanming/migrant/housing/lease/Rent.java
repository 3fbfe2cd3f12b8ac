package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.housing.arrears.Victims;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Rent, arrears and breach (租金、违约). Nobody is put on notice for the rent while their own wages are withheld.
@Component
class Rent {

    private final RuleBook rules;
    private final RentArrears rule;
    private final Victims victims;

    record Paid(@Size(min = 1, max = 60) String reference, LocalDate paidOn, Money amount) {}

    record Vacancy(LocalDate since) {}

    record Notice(BreachGround ground, LocalDate cureBy) {}

    record Order(LocalDate vacateBy) {}

    Rent(RuleBook rules, RentArrears rule, Victims victims) {
        this.rules = rules;
        this.rule = rule;
        this.victims = victims;
    }

    Verdict charge(Lease lease, Nothing nothing, CommandContext context) {
        lease.charge(context);
        return Verdict.granted();
    }

    Verdict pay(Lease lease, Paid body, CommandContext context) {
        if (lease.account.knows(body.reference())) {
            return Verdict.granted();
        }
        return Verdict.guards()
                .require(body.amount().isPositive(), Reason.at("/amount", "AMOUNT_MISSING"))
                .require(
                        !body.paidOn().isAfter(context.today()),
                        Reason.at("/paid_on", "IN_THE_FUTURE").required(context.today(), body.paidOn()))
                .then(() ->
                        lease.pay(new RentAccount.Payment(body.reference(), body.paidOn(), body.amount()), context));
    }

    Verdict reportVacant(Lease lease, Vacancy body, CommandContext context) {
        return Verdict.guards()
                .require(isOpen(lease), "LEASE_OVER")
                .require(
                        !body.since().isAfter(context.today()) && !body.since().isBefore(lease.startOn),
                        Reason.at("/since", "OUTSIDE_THE_LEASE").required(lease.startOn, body.since()))
                .then(() -> lease.vacantSince = body.since());
    }

    Verdict reportOccupied(Lease lease, Nothing nothing, CommandContext context) {
        return Verdict.guards().require(isOpen(lease), "LEASE_OVER").then(() -> lease.vacantSince = null);
    }

    Verdict notice(Lease lease, Notice body, CommandContext context) {
        lease.account = lease.account.chargedUntil(lease.startOn, context.today(), lease.monthlyRent);
        var decision = body.ground() == BreachGround.RENT_ARREARS ? decide(lease, context) : null;
        var guards = Verdict.guards();
        switch (body.ground()) {
            case RENT_ARREARS -> requireRent(guards, lease, context);
            case VACANT -> requireVacant(guards, lease, context);
            case SUBLET, CHANGED_USE, FALSE_STATEMENT -> {}
        }
        return guards.require(
                        body.cureBy().isAfter(context.today()),
                        Reason.at("/cure_by", "NO_TIME_TO_CURE").required(context.today(), body.cureBy()))
                .then(() -> lease.breach = new Lease.Breach(body.ground(), context.today(), body.cureBy(), decision));
    }

    private Decision<RentArrears.Finding> decide(Lease lease, CommandContext context) {
        return rules.decide(
                rule, new RentArrears.Facts(lease.account.monthsOverdue(context.today()), victims.has(lease.personId)));
    }

    private void requireRent(Verdict.Guards guards, Lease lease, CommandContext context) {
        int limit = rules.policy().on(context.today(), lease.file.district()).integer("housing.arrears_months");
        int months = lease.account.monthsOverdue(context.today());
        guards.require(months >= limit, Reason.of("RENT_ARREARS_BELOW_LIMIT").required(limit, months));
        guards.require(!victims.has(lease.personId), "HELD_BACK_WAGE_ARREARS");
    }

    private void requireVacant(Verdict.Guards guards, Lease lease, CommandContext context) {
        int limit = rules.policy().on(context.today(), lease.file.district()).integer("housing.vacant_months");
        var since = lease.vacantSince;
        guards.require(
                since != null && Dates.reached(since, limit, context.today()),
                Reason.of("NOT_VACANT_LONG_ENOUGH").required(limit + " months", since));
    }

    /// The breach is put right within the time set.
    Verdict cure(Lease lease, Nothing nothing, CommandContext context) {
        var breach = lease.breach;
        if (breach == null) {
            return Verdict.guardFailed("NO_BREACH");
        }
        var remedied =
                switch (breach.ground()) {
                    case RENT_ARREARS -> lease.account.monthsOverdue(context.today()) == 0;
                    case VACANT -> lease.vacantSince == null;
                    case SUBLET, CHANGED_USE -> true;
                    case FALSE_STATEMENT -> false;
                };
        return Verdict.guards()
                .require(remedied, Reason.of("NOT_REMEDIED").required(breach.ground(), "still there"))
                .require(
                        !context.today().isAfter(breach.cureBy()) || heldBack(lease),
                        Reason.of("TIME_TO_CURE_OVER").required(breach.cureBy(), context.today()))
                .then(() -> lease.breach = null);
    }

    /// Only when the time to put it right is over, and never for rent while the tenant's wages are withheld.
    Verdict orderVacate(Lease lease, Order body, CommandContext context) {
        var breach = lease.breach;
        if (breach == null) {
            return Verdict.guardFailed("NO_BREACH");
        }
        return Verdict.guards()
                .require(
                        context.today().isAfter(breach.cureBy()) || breach.ground() == BreachGround.FALSE_STATEMENT,
                        Reason.of("TIME_TO_CURE_RUNNING").required(breach.cureBy(), context.today()))
                .require(!heldBack(lease), "HELD_BACK_WAGE_ARREARS")
                .require(
                        body.vacateBy().isAfter(context.today()),
                        Reason.at("/vacate_by", "NO_TIME_TO_LEAVE").required(context.today(), body.vacateBy()))
                .then(() -> {
                    lease.vacateBy = body.vacateBy();
                    lease.endReason = breach.ground().name();
                });
    }

    /// Whether a notice for the rent is, or would be, held back.
    boolean heldBack(Lease lease) {
        var breach = lease.breach;
        return (breach == null || breach.ground() == BreachGround.RENT_ARREARS) && victims.has(lease.personId);
    }

    private static boolean isOpen(Lease lease) {
        return !lease.file.is(LeaseState.ENDED);
    }
}
