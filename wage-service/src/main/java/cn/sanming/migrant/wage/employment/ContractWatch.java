package cn.sanming.migrant.wage.employment;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every night: who has worked for a month without a written contract (一个月签约提醒); 劳动合同法 art. 10.
@Component
final class ContractWatch implements BusinessJob {

    private final EmploymentDesk desk;

    ContractWatch(EmploymentDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "contract-watch";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 40);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.look(businessDate);
    }
}
