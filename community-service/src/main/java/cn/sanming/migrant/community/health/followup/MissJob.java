package cn.sanming.migrant.community.health.followup;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every night: follow-ups whose day has passed are missed.
@Component
class MissJob implements DueWork {

    private final FollowUpDesk desk;

    MissJob(FollowUpDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "followup-miss";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "miss",
                FollowUp.class,
                List.of(FollowUpState.PLANNED),
                (planned, date) -> planned.and("dueOn").lt(date),
                (id, day) -> day.orRetry(desk.missed(id, day.context()))));
    }
}
