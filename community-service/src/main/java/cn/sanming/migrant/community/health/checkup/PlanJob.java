package cn.sanming.migrant.community.health.checkup;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every night: which employers owe their long-term workers a check-up.
@Component
class PlanJob implements DueWork {

    private final CheckUpDesk desk;

    PlanJob(CheckUpDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "checkup-plan";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 0);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.eachValue(
                "plan", LongTermWork.class, "employerUscc", (employer, day) -> desk.plan(employer, day.date())));
    }
}
