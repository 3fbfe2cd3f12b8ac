package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Every night: rent of the months that begin, arrears told, leases that are over.
@Component
class LeaseJob implements DueWork {

    private final LeaseDesk desk;

    LeaseJob(LeaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "housing-leases";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 30);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "rent",
                        Lease.class,
                        date -> Criteria.where("nextChargeOn").lte(date),
                        (id, day) -> day.orRetry(desk.enter(id, LeaseDesk.CHARGE_RENT, day.context()))),
                DueStep.each(
                        "expire",
                        Lease.class,
                        List.of(LeaseState.ACTIVE),
                        (active, date) -> active.and("endOn").lt(date),
                        (id, day) -> day.orRetry(desk.enter(id, LeaseDesk.EXPIRE, day.context()))));
    }
}
