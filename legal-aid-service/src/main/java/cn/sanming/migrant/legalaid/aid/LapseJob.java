package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every night: applications whose material was not supplied in the time set lapse.
@Component
class LapseJob implements DueWork {

    private final AidDesk desk;

    LapseJob(AidDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "legal-aid-lapse";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "lapse",
                LegalAidCase.class,
                List.of(AidState.MATERIAL_REQUESTED),
                (requested, date) -> requested.and("supplyBy").lt(date),
                (id, day) -> day.orRetry(desk.enter(id, AidDesk.LAPSE, new Nothing(), day.context()))));
    }
}
