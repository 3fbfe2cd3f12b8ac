package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.housing.unit.UnitState;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Every night: publicity that is over leads to the waiting list, homes not signed for in time go back, and
/// homes that a crash left with nobody are free again.
@Component
class ApplicationJob implements DueWork {

    private final ApplicationDesk desk;
    private final ApplicationEffects effects;

    ApplicationJob(ApplicationDesk desk, ApplicationEffects effects) {
        this.desk = desk;
        this.effects = effects;
    }

    @Override
    public String name() {
        return "housing-applications";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 10);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "held",
                        Unit.class,
                        date -> Criteria.where("state")
                                .is(UnitState.ALLOCATED.name())
                                .and("takenOn")
                                .lt(date),
                        (id, _) -> effects.releaseForgotten(id)),
                step("publicise", ApplicationDesk.PUBLICISE, ApplicationState.CHECKED, (checked, _) -> checked),
                step("qualify", ApplicationDesk.QUALIFY, ApplicationState.PUBLICISED, (publicised, date) -> publicised
                        .and("publicityLastDay")
                        .lt(date)),
                step(
                        "lapse",
                        ApplicationDesk.LAPSE,
                        ApplicationState.ALLOCATED,
                        (allocated, date) -> allocated.orOperator(
                                Criteria.where("signBy").lt(date),
                                Criteria.where("refusals").gt(1))));
    }

    private DueStep step(
            String name,
            Command<HousingApplication, Command.Nothing> command,
            ApplicationState state,
            BiFunction<Criteria, LocalDate, Criteria> due) {
        return DueStep.each(
                name,
                HousingApplication.class,
                List.of(state),
                due,
                (id, day) -> day.orRetry(desk.enter(id, command, new Command.Nothing(), day.context())));
    }
}
