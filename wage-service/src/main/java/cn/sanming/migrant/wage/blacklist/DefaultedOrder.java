package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the list needs to know of the order to pay (责令支付) behind an entry, as it stands today.
///
/// @param defaulted     the due day passed with wages still owed
/// @param crimeAmount   the sum reached the limit of rule CRIME_THRESHOLD when the order was defaulted
/// @param severeImpact  a group or extreme incident (群体性事件、极端事件) is recorded
/// @param paidOn        the day of the last payment, when everything incl. damages is paid
/// @param crimeReferred the case went to the police
public record DefaultedOrder(
        String caseId,
        String orderId,
        String employerUscc,
        @Nullable String district,
        LocalDate dueOn,
        boolean defaulted,
        boolean crimeAmount,
        boolean severeImpact,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate revokedOn,
        boolean crimeReferred) {

    /// What must hold before a notice is served: an order defaulted and standing, and the ground (Order 45).
    static Verdict.Guards guards(Optional<DefaultedOrder> order, ListingGround ground) {
        return Verdict.guards()
                .require(order.filter(DefaultedOrder::defaulted).isPresent(), code("ORDER_NOT_DEFAULTED"))
                .require(order.filter(known -> known.holds(ground)).isPresent(), code("LISTING_GROUND_NOT_MET"))
                .require(!revoked(order), code("ORDER_REVOKED"));
    }

    static boolean revoked(Optional<DefaultedOrder> order) {
        return order.map(DefaultedOrder::revokedOn).isPresent();
    }

    private static Reason code(String code) {
        return Reason.of(code).clause("Order 45");
    }

    boolean holds(ListingGround ground) {
        return switch (ground) {
            case CRIME_AMOUNT -> crimeAmount;
            case SEVERE_IMPACT -> severeImpact;
        };
    }
}
