package cn.sanming.migrant.legalaid.duty;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every evening: the shifts of the day are done.
@Component
class CompleteShiftsJob implements DueWork {

    private final DutyDesk desk;

    CompleteShiftsJob(DutyDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "duty-complete";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(22, 0);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "complete",
                DutyShift.class,
                List.of(DutyState.PUBLISHED),
                (published, date) -> published.and("day").lte(date),
                desk::complete));
    }
}
