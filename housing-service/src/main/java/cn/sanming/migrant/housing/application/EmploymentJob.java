package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every morning: where the wage department was silent it is asked again, so that nobody brings papers in vain.
@Component
class EmploymentJob implements DueWork {

    private final ApplicationDesk desk;

    EmploymentJob(ApplicationDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "housing-employment";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(6, 0);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "confirm",
                HousingApplication.class,
                ApplicationState.BEFORE_CHECK,
                (waiting, _) -> waiting.and("employmentDegraded").is(true),
                (id, day) ->
                        day.orRetry(desk.enter(id, ApplicationDesk.CONFIRM_EMPLOYMENT, new Nothing(), day.context()))));
    }
}
