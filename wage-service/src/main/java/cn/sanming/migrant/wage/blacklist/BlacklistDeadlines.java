package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every day: closes objection windows that passed unused, and takes employers off the list whose years are over.
@Component
class BlacklistDeadlines implements DueWork {

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
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "lapse",
                        BlacklistEntry.class,
                        List.of(BlacklistState.NOTICE_SERVED),
                        (served, date) -> served.and("notice.objectionUntil").lt(date),
                        (id, day) -> day.orRetry(cases.fire(id, BlacklistDesk.LAPSE, day.context()))),
                DueStep.each(
                        "expire",
                        BlacklistEntry.class,
                        List.of(BlacklistState.LISTED, BlacklistState.EARLY_REMOVAL_REVIEW),
                        (listed, date) -> listed.and("listing.until").lte(date),
                        (id, day) -> day.orRetry(cases.fire(id, BlacklistDesk.EXPIRE, day.context()))));
    }
}
