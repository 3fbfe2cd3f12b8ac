package cn.sanming.migrant.wage.employment;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Every night: who has worked for a month without a written contract (一个月签约提醒); 劳动合同法 art. 10.
@Component
final class ContractWatch implements DueWork {

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
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "look", Employment.class, date -> Criteria.where("watchedDueOn").lt(date), desk::look));
    }
}
