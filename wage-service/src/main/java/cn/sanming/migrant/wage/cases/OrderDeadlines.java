package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every day: orders whose due day passed with wages still owed are defaulted, and the consequences drawn.
@Component
final class OrderDeadlines implements DueWork {

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
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "default",
                        ArrearsCase.class,
                        List.of(CaseState.ORDERED),
                        (ordered, date) -> ordered.and("order.dueOn").lt(date),
                        this::defaultIfOwed),
                DueStep.each(
                        "consequences",
                        ArrearsCase.class,
                        List.of(
                                CaseState.DEFAULTED,
                                CaseState.DECIDED,
                                CaseState.CRIME_REFERRED,
                                CaseState.ENFORCEMENT),
                        (defaulted, _) -> defaulted.and("annexes.listingId").isNull(),
                        (id, day) -> orderDefaulted.catchUp(id, day.context())));
    }

    private void defaultIfOwed(String id, BusinessDay day) {
        if (cases.find(desk.definition(), id)
                .filter(subject -> isOwed(subject, day.date()))
                .isPresent()) {
            day.orRetry(cases.fire(id, CaseDesk.DEFAULT, day.context()));
        }
    }

    private static boolean isOwed(ArrearsCase subject, LocalDate date) {
        var order = subject.order();
        return order != null
                && order.revoked() == null
                && date.isAfter(order.dueOn())
                && subject.reckoning(order.dueOn()).outstanding().isPositive();
    }
}
