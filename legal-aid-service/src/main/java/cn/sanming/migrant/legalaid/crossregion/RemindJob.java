package cn.sanming.migrant.legalaid.crossregion;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Every morning: regions that have not answered in ten working days are reminded.
@Component
class RemindJob implements DueWork {

    private final CrossRegionDesk desk;

    RemindJob(CrossRegionDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "cross-region-reminders";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(7, 30);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "remind",
                CrossRegionRequest.class,
                date -> Criteria.where("open").is(true).and("remindOn").lt(date),
                (id, day) -> desk.remind(id, day.date())));
    }
}
