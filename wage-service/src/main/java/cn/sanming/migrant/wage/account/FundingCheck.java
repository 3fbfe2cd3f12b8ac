package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds every day the months whose labour cost should have arrived and has not (人工费用拨付检查).
@Component
class FundingCheck implements BusinessJob {

    private static final Logger LOG = LoggerFactory.getLogger(FundingCheck.class);

    private final Accounts accounts;
    private final AccountDesk desk;

    FundingCheck(Accounts accounts, AccountDesk desk) {
        this.accounts = accounts;
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
    public void run(LocalDate businessDate) {
        var context = CommandContext.ofSystem(
                ZonedDateTime.of(businessDate, at(), Dates.ZONE).toInstant());
        int failed = 0;
        for (var id : open()) {
            try {
                desk.examine(id, businessDate, context);
            } catch (RuntimeException e) {
                failed++;
                LOG.error("funding check of {} failed", id, e);
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " accounts could not be checked");
        }
    }

    private List<String> open() {
        try (var open = accounts.open()) {
            return open.map(SpecialAccount::id).toList();
        }
    }
}
