package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.wage.payroll.Payroll;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Every night the city notices by itself who has not been paid (每日欠薪预警). The check costs what is overdue, not what
/// exists.
@Component
final class NightlyArrearsCheck implements DueWork {

    private final ArrearsDesk desk;

    NightlyArrearsCheck(ArrearsDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "nightly-arrears-check";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 30);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "overdue", Payroll.class, date -> Criteria.where("openDue").lt(date), desk::check));
    }
}
