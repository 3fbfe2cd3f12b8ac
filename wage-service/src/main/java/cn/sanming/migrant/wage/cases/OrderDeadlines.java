package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every day: orders whose due day passed with wages still owed are defaulted, and the consequences drawn.
@Component
final class OrderDeadlines implements BusinessJob {

    private final Dockets dockets;
    private final CaseDesk desk;
    private final Consequences consequences;

    OrderDeadlines(Dockets dockets, CaseDesk desk, Consequences consequences) {
        this.dockets = dockets;
        this.desk = desk;
        this.consequences = consequences;
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
        var act = Act.ofSystem(date.atTime(at()).atZone(Dates.ZONE).toInstant());
        dockets.sweep(desk.docket(), Set.of(CaseState.ORDERED), subject -> due(subject, date) ? "default" : null, act);
        consequences.catchUp(act);
    }

    private static boolean due(ArrearsCase subject, LocalDate date) {
        var order = subject.order();
        return order != null
                && order.revoked() == null
                && date.isAfter(order.dueOn())
                && subject.reckoning(order.dueOn()).outstanding().isPositive();
    }
}
