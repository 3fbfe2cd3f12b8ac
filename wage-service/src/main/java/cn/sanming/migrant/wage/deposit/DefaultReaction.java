package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/// A defaulted order to pay draws the deposit (动用工资保证金), in the name of the office the life cycle gives this to.
@Component
class DefaultReaction {

    private static final Actor OFFICE = new Actor("system", Set.of("HR_OFFICER"), null, null, null, null);

    private final DepositDesk desk;
    private final Clock clock;

    DefaultReaction(DepositDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    record Defaulted(String caseId, String employerUscc, Money outstanding, LocalDate dueOn) {}

    @OnEvent(value = "wage.order.defaulted", id = "draw-on-deposit")
    void draw(Defaulted order, Received event) {
        var context =
                new CommandContext(OFFICE, clock.instant(), event.correlationId(), event.id(), event.traceparent());
        desk.cover(
                new OrderDefault(
                        event.subject(), order.caseId(), order.employerUscc(), order.outstanding(), order.dueOn()),
                context);
    }
}
