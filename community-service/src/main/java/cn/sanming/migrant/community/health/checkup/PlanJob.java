package cn.sanming.migrant.community.health.checkup;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every night: which employers owe their long-term workers a check-up.
@Component
class PlanJob implements BusinessJob {

    private final CheckUpDesk desk;

    PlanJob(CheckUpDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "checkup-plan";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 0);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.plan(businessDate);
    }
}
