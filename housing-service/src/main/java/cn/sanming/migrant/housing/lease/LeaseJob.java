package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every night: rent of the months that begin, arrears told, leases that are over.
@Component
class LeaseJob implements BusinessJob {

    private final LeaseDesk desk;
    private final KeysReturnedReaction keysReturned;

    LeaseJob(LeaseDesk desk, KeysReturnedReaction keysReturned) {
        this.desk = desk;
        this.keysReturned = keysReturned;
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
        var context = CommandContext.ofSystem(
                ZonedDateTime.of(businessDate, at(), Dates.ZONE).toInstant());
        keysReturned.sweep();
        desk.chargeRent(businessDate, context);
        desk.expire(businessDate, context);
    }
}
