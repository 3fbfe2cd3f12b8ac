package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// A payroll that has been paid clears its arrears.
@Component
class PayrollReaction {

    private final ArrearsDesk desk;
    private final Clock clock;

    PayrollReaction(ArrearsDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    record Paid(LocalDate paidOn) {}

    @OnEvent(value = "wage.payroll.paid", id = "clear-arrears-of-payroll")
    void clear(Paid paid, Received event) {
        desk.paid(event.subject(), paid.paidOn(), event.react(clock.instant()));
    }
}
