package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Rent that is overdue (拖欠租金): if the tenant's own wages are owed, the landlord hears of these arrears once more
/// and holds a notice of breach back.
@Component
class RentReaction {

    private final ArrearsDesk desk;
    private final Clock clock;

    RentReaction(ArrearsDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    record Overdue(String personId) {}

    @OnEvent(value = "housing.rent.overdue", id = "check-wages-of-tenant")
    void check(Overdue rent, Received event) {
        desk.tenantIsBehind(event.subject(), rent.personId(), event.react(clock.instant()));
    }
}
