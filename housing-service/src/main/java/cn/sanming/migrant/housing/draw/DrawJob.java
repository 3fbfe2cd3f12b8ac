package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Every morning: lists that are over are closed, and announced draws are held.
@Component
class DrawJob implements DueWork {

    private final RoundDesk desk;

    DrawJob(RoundDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "housing-draws";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(10, 0);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "kept",
                        Unit.class,
                        date -> Criteria.where("roundId")
                                .exists(true)
                                .and("takenOn")
                                .lt(date),
                        (id, _) -> desk.releaseForgotten(id)),
                DueStep.each(
                        "close",
                        AllocationRound.class,
                        List.of(RoundState.ANNOUNCED),
                        (announced, date) -> announced.and("closesOn").lt(date),
                        (id, day) -> day.orRetry(desk.enter(id, RoundDesk.CLOSE, day.context()))),
                DueStep.each(
                        "draw",
                        AllocationRound.class,
                        List.of(RoundState.CLOSED),
                        (closed, date) -> closed.and("drawOn").lte(date),
                        (id, day) -> day.orRetry(desk.enter(id, RoundDesk.DRAW, day.context()))));
    }
}
