package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds every day the months whose labour cost should have arrived and has not (人工费用拨付检查).
@Component
class FundingCheck implements DueWork {

    private final AccountDesk desk;

    FundingCheck(AccountDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "account-funding-check";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 50);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "examine",
                SpecialAccount.class,
                List.of(AccountState.OPEN),
                (id, day) -> desk.examine(id, day.date(), day.context())));
    }
}
