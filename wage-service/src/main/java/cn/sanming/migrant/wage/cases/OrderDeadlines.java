package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every day: orders whose due day passed with wages still owed are defaulted, and the consequences drawn.
@Component
final class OrderDeadlines implements BusinessJob {

    private final Cases cases;
    private final CaseDesk desk;
    private final OrderDefaultedPolicy orderDefaulted;

    OrderDeadlines(Cases cases, CaseDesk desk, OrderDefaultedPolicy orderDefaulted) {
        this.cases = cases;
        this.desk = desk;
        this.orderDefaulted = orderDefaulted;
    }

    @Override
    public String name() {
        return "order-deadlines";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 15);
    }

    @Override
    public void run(LocalDate date) {
        var context =
                CommandContext.ofSystem(date.atTime(at()).atZone(Dates.ZONE).toInstant());
        cases.sweep(
                desk.definition(),
                Set.of(CaseState.ORDERED),
                subject -> due(subject, date) ? "default" : null,
                context);
        orderDefaulted.catchUp(context);
    }

    private static boolean due(ArrearsCase subject, LocalDate date) {
        var order = subject.order();
        return order != null
                && order.revoked() == null
                && date.isAfter(order.dueOn())
                && subject.reckoning(order.dueOn()).outstanding().isPositive();
    }
}
