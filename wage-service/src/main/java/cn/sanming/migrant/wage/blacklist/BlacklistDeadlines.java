package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every day: closes objection windows that passed unused, and takes employers off the list whose years are over.
@Component
final class BlacklistDeadlines implements BusinessJob {

    private final Cases cases;
    private final BlacklistDesk desk;

    BlacklistDeadlines(Cases cases, BlacklistDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "blacklist-deadlines";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public void run(LocalDate date) {
        var context =
                CommandContext.ofSystem(date.atTime(at()).atZone(Dates.ZONE).toInstant());
        cases.sweep(
                desk.definition(),
                Set.of(BlacklistState.NOTICE_SERVED),
                entry -> entry.notice() != null && date.isAfter(entry.notice().objectionUntil()) ? "lapse" : null,
                context);
        cases.sweep(
                desk.definition(),
                Set.of(BlacklistState.LISTED, BlacklistState.EARLY_REMOVAL_REVIEW),
                entry -> entry.listing() != null
                                && !date.isBefore(entry.listing().until())
                        ? "expire"
                        : null,
                context);
    }
}
