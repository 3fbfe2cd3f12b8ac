package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.arbitration.ClaimKind;
import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// What disputes make of events (联动): our own award when it is final, and news of the wage department.
@Component
class DisputeReactions {

    private final DisputeDesk desk;
    private final DisputesByEmployer disputes;
    private final ArrearsBook arrears;
    private final Clock clock;

    record Awarded(@JsonProperty("final") boolean isFinal) {}

    record Defaulted(String caseId, String employerUscc) {}

    record Cleared(String employerUscc) {}

    record Recognised(String personId, String employerUscc) {}

    DisputeReactions(DisputeDesk desk, DisputesByEmployer disputes, ArrearsBook arrears, Clock clock) {
        this.desk = desk;
        this.disputes = disputes;
        this.arrears = arrears;
        this.clock = clock;
    }

    /// A final award takes effect at once (art. 47); repeated, the life cycle refuses and nothing happens.
    @OnEvent(value = "legalaid.dispute.awarded", id = "put-award-into-effect")
    void takeEffect(Awarded award, Received event) {
        if (award.isFinal()) {
            desk.enter(event.subject(), DisputeDesk.TAKE_EFFECT, new Nothing(), event.react(clock.instant()))
                    .orRetry();
        }
    }

    /// The inspection's case is shown in every open dispute with that employer.
    @OnEvent(value = "wage.order.defaulted", id = "link-defaulted-order-to-dispute")
    void link(Defaulted order, Received event) {
        for (var dispute : disputes.open(order.employerUscc())) {
            if (!dispute.links.arrearsCaseIds().contains(order.caseId())) {
                var news = new DisputeNews.Defaulted(order.caseId());
                desk.enter(dispute.id, DisputeDesk.LINK_ARREARS_CASE, news, event.react(clock.instant()))
                        .orRetry();
            }
        }
    }

    @OnEvent(value = "wage.arrears.cleared", id = "suggest-dispute-withdrawal")
    void suggestWithdrawal(Cleared cleared, Received event) {
        var owed = arrears.owedUpTo(event.subject(), event.sequence());
        for (var dispute : disputes.open(cleared.employerUscc(), owed)) {
            if (dispute.withdrawalSuggestedOn == null && dispute.claims(ClaimKind.LABOUR_PAY)) {
                desk.enter(dispute.id, DisputeDesk.SUGGEST_WITHDRAWAL, new Nothing(), event.react(clock.instant()))
                        .orRetry();
            }
        }
    }

    @OnEvent(value = "wage.injury.recognised", id = "link-recognised-injury-to-dispute")
    void recognise(Recognised injury, Received event) {
        for (var dispute : disputes.open(injury.employerUscc(), List.of(injury.personId()))) {
            var known = dispute.links.injuryIds().contains(event.subject());
            if (!known && dispute.claims(ClaimKind.INJURY_MEDICAL)) {
                var news = new DisputeNews.Recognised(event.subject());
                desk.enter(dispute.id, DisputeDesk.RECOGNISE_INJURY, news, event.react(clock.instant()))
                        .orRetry();
            }
        }
    }
}
