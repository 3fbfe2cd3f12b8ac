package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.policy.LiabilityOrder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order to pay (限期支付指令书): it names the workers, the amounts, the due day and who answers for what.
///
/// @param liability rule LIABILITY_ORDER: who pays first, who has recourse (支付条例 art. 29, 30)
/// @param revoked   why the order was taken back, if it was
record PayOrder(
        String id,
        LocalDate issuedOn,
        LocalDate dueOn,
        List<Claim> items,
        List<Liable> liable,
        Decision<LiabilityOrder.Finding> liability,
        @Nullable Revocation revoked) {

    /// Who answers for the wages (责任主体), in which role, for how much in the first place.
    record Liable(String uscc, Role role, Money share) {}

    /// The role somebody answers in.
    enum Role {
        EMPLOYER,
        GENERAL_CONTRACTOR,
        OWNER
    }

    /// The order was taken back (撤销).
    record Revocation(LocalDate on, String reason) {}

    /// A case has one order, ever.
    static String idOf(String caseId) {
        return Ids.of("or", caseId);
    }

    Money total() {
        return Money.sum(items.stream().map(Claim::amount));
    }

    /// It names workers of the case, what each is owed, and a due day within the limit.
    ///
    /// @param latest last day an order issued today may give
    Verdict.Guards guards(Collection<String> personIds, LocalDate latest) {
        var strangers = items.stream()
                .filter(item -> !personIds.contains(item.personId()))
                .count();
        return Verdict.guards()
                .require(!items.isEmpty(), "NO_CLAIMS")
                .require(strangers == 0, Reason.of("WORKER_WITHOUT_CLAIM").required(0, strangers))
                .require(items.stream().allMatch(item -> item.amount().isPositive()), "AMOUNT_MISSING")
                .require(
                        dueOn.isAfter(issuedOn) && !dueOn.isAfter(latest),
                        Reason.of("DUE_DAY_OUTSIDE_LIMIT").required(issuedOn.plusDays(1) + ".." + latest, dueOn));
    }

    PayOrder revoked(LocalDate on, String reason) {
        return new PayOrder(id, issuedOn, dueOn, items, liable, liability, new Revocation(on, reason));
    }
}
