package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.wage.blacklist.ListingForms.Criminal;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Listing;
import cn.sanming.migrant.wage.policy.EarlyRemoval;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the employer behaves (守法表现) while it is proposed or listed: what rule EARLY_REMOVAL looks at.
///
/// @param commitmentOn    the day of the written commitment (书面承诺)
/// @param newArrearsDueOn due day of the first wages that were late while it was listed
/// @param criminal        how criminal proceedings stand, once an officer recorded it
record Conduct(
        @Nullable LocalDate commitmentOn,
        @Nullable LocalDate newArrearsDueOn,
        @Nullable Criminal criminal) {

    static final Conduct UNKNOWN = new Conduct(null, null, null);

    Conduct committed(LocalDate on) {
        return commitmentOn != null ? this : new Conduct(on, newArrearsDueOn, criminal);
    }

    Conduct late(LocalDate dueOn) {
        return newArrearsDueOn != null ? this : new Conduct(commitmentOn, dueOn, criminal);
    }

    Conduct proceedings(Criminal standing) {
        return new Conduct(commitmentOn, newArrearsDueOn, standing);
    }

    /// The facts of rule EARLY_REMOVAL; nothing while wages are still owed.
    EarlyRemoval.@Nullable Facts facts(
            @Nullable Listing listing, Optional<DefaultedOrder> order, boolean commitment, LocalDate on) {
        var paidOn = order.map(DefaultedOrder::paidOn).orElse(null);
        if (paidOn == null || listing == null) {
            return null;
        }
        return new EarlyRemoval.Facts(
                listing.on(),
                paidOn,
                commitment || commitmentOn != null,
                on,
                newArrearsDueOn != null,
                proceedings(order.get().crimeReferred()));
    }

    /// A case that went to the police counts as criminal proceedings until an officer records how it ended.
    private boolean proceedings(boolean referred) {
        if (criminal == null) {
            return referred;
        }
        return switch (criminal) {
            case RUNNING, CONVICTED -> true;
            case NONE, NOT_PROSECUTED -> false;
        };
    }

    /// Everything that rule EARLY_REMOVAL holds against the request, in the order of the rule.
    Verdict.Guards guards(EarlyRemoval.Facts facts, EarlyRemoval.Finding finding, CommandContext context) {
        var from = finding.earlyRemovalFrom();
        var guards = Verdict.guards()
                .require(
                        !context.today().isBefore(from),
                        code("EARLY_REMOVAL_BEFORE_" + from).required(from, context.today()))
                .require(facts.commitment(), code("COMMITMENT_MISSING"))
                .require(
                        !facts.newArrearsWhileListed(),
                        code("NEW_ARREARS_WHILE_LISTED").required("none", newArrearsDueOn))
                .require(!facts.criminalProceedings(), code("CRIMINAL_PROCEEDINGS"));
        return guards.require(finding.admissible() || !guards.hold(), code("EARLY_REMOVAL_NOT_ADMISSIBLE"));
    }

    private static Reason code(String code) {
        return Reason.of(code).clause("Order 45");
    }
}
