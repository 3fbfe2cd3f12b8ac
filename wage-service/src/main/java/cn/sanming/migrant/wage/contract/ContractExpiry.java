package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every night the fixed terms that ended yesterday are closed (合同到期终止); 劳动合同法 art. 44.
@Component
final class ContractExpiry implements DueWork {

    private final ContractDesk desk;

    ContractExpiry(ContractDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "contract-expiry";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "expire",
                LabourContract.class,
                List.of(ContractState.ACTIVE),
                (active, date) -> active.and("endsOn").lt(date),
                (id, day) -> day.orRetry(desk.expire(id, day.context()))));
    }
}
