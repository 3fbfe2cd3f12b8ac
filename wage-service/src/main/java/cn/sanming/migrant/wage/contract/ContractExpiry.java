package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every night the fixed terms that ended yesterday are closed (合同到期终止); 劳动合同法 art. 44.
@Component
final class ContractExpiry implements BusinessJob {

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
    public void run(LocalDate businessDate) {
        desk.expire(CommandContext.ofSystem(
                ZonedDateTime.of(businessDate, at(), Dates.ZONE).toInstant()));
    }
}
