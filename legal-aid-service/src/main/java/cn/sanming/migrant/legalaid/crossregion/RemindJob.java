package cn.sanming.migrant.legalaid.crossregion;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every morning: regions that have not answered in ten working days are reminded.
@Component
class RemindJob implements BusinessJob {

    private final CrossRegionDesk desk;

    RemindJob(CrossRegionDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "cross-region-reminders";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(7, 30);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.remind(businessDate);
    }
}
