package cn.sanming.migrant.wage.cases.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.cases.Arbitrations;
import cn.sanming.migrant.wage.cases.OrderDefaultedPolicy;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Reactions of the inspection to events.
@Component
final class CaseListener {

    private final OrderDefaultedPolicy orderDefaulted;
    private final Arbitrations arbitrations;
    private final Clock clock;

    CaseListener(OrderDefaultedPolicy orderDefaulted, Arbitrations arbitrations, Clock clock) {
        this.orderDefaulted = orderDefaulted;
        this.arbitrations = arbitrations;
        this.clock = clock;
    }

    record Defaulted(String caseId) {}

    record Accepted(String employerUscc, String districtCode, LocalDate acceptedOn, LocalDate decideBy) {}

    record Mediated(Money amount, LocalDate closedOn) {}

    record Awarded(Money amount, LocalDate awardedOn) {}

    @OnEvent(value = "wage.order.defaulted", id = "weigh-defaulted-order")
    void weigh(Defaulted order, Received event) {
        orderDefaulted.ofDefault(order.caseId(), event.react(clock.instant()));
    }

    @OnEvent(value = "legalaid.dispute.accepted", id = "mark-dispute-on-case")
    void markDispute(Accepted dispute, Received event) {
        arbitrations.accepted(
                event.subject(),
                dispute.employerUscc(),
                dispute.districtCode(),
                dispute.acceptedOn(),
                dispute.decideBy(),
                event.react(clock.instant()));
    }

    @OnEvent(value = "legalaid.dispute.mediated", id = "take-mediation-into-case")
    void takeMediation(Mediated dispute, Received event) {
        arbitrations.mediated(event.subject(), dispute.amount(), dispute.closedOn(), event.react(clock.instant()));
    }

    @OnEvent(value = "legalaid.dispute.awarded", id = "take-award-into-case")
    void takeAward(Awarded dispute, Received event) {
        arbitrations.awarded(event.subject(), dispute.amount(), dispute.awardedOn(), event.react(clock.instant()));
    }
}
