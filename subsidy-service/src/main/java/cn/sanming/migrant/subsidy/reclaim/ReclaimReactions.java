package cn.sanming.migrant.subsidy.reclaim;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.approval.ReclaimBook.Owed;
import cn.sanming.migrant.subsidy.disbursement.Payouts;
import cn.sanming.migrant.subsidy.disbursement.Payouts.Payable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What puts a case into the ledger: a certificate revoked after its subsidy was paid, or while the money was at the
/// bank, and the head's order. In whatever order and how often they arrive, there is one line for each application.
@Component
class ReclaimReactions {

    private final ReclaimDesk desk;
    private final Payouts payouts;
    private final Clock clock;

    record ClawedBack(String kind, String applicantId, Money amount, LocalDate orderedOn) {}

    ReclaimReactions(ReclaimDesk desk, Payouts payouts, Clock clock) {
        this.desk = desk;
        this.payouts = payouts;
        this.clock = clock;
    }

    @OnEvent(value = "training.certificate.revoked", id = "propose-reclaim-for-revoked")
    void propose(JsonNode payload, Received event) {
        payouts.paidFor(event.subject()).forEach(paid -> propose(paid, event));
    }

    @OnEvent(value = "subsidy.application.paid", id = "reclaim-late-payment")
    void paidTooLate(JsonNode payload, Received event) {
        payouts.find(event.subject())
                .filter(paid -> !payouts.lapsed(List.of(paid)).isEmpty())
                .ifPresent(paid -> propose(paid, event));
    }

    private void propose(Payable paid, Received event) {
        var context = event.react(clock.instant());
        desk.propose(owed(paid, paid.amount(), context.today()), Reclaim.Cause.CERTIFICATE_REVOKED, context);
    }

    @OnEvent(value = "subsidy.application.clawedback", id = "order-reclaim")
    void order(ClawedBack ordered, Received event) {
        var context = event.react(clock.instant());
        payouts.find(event.subject())
                .ifPresent(paid -> desk.order(owed(paid, ordered.amount(), ordered.orderedOn()), context));
    }

    private static Owed owed(Payable paid, Money amount, LocalDate on) {
        return new Owed(paid.applicationId(), paid.applicantId(), paid.kind(), paid.district(), amount, on);
    }
}
