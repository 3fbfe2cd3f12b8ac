package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every night: rent of the months that begin, arrears told, leases that are over.
@Component
class LeaseJob implements BusinessJob {

    private final LeaseDesk desk;
    private final Handover handover;

    LeaseJob(LeaseDesk desk, Handover handover) {
        this.desk = desk;
        this.handover = handover;
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
    public void run(LocalDate businessDate) {
        var act = Act.ofSystem(ZonedDateTime.of(businessDate, at(), Dates.ZONE).toInstant());
        handover.sweep();
        desk.chargeRent(businessDate, act);
        desk.expire(businessDate, act);
    }
}
