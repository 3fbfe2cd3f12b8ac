package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every night the city notices by itself who has not been paid (每日欠薪预警).
@Component
final class NightlyArrearsCheck implements BusinessJob {

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
    public void run(LocalDate businessDate) {
        desk.check(businessDate);
    }
}
