package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Every night: figures that have changed are published, periods that are over are frozen. One indicator that fails
/// does not stop the others.
@Component
class NightlyFigures implements DueWork {

    private final Indicators indicators;
    private final SubjectFactsStore subjectFactsStore;
    private final FrozenFigures frozenFigures;

    NightlyFigures(Indicators indicators, SubjectFactsStore subjectFactsStore, FrozenFigures frozenFigures) {
        this.indicators = indicators;
        this.subjectFactsStore = subjectFactsStore;
        this.frozenFigures = frozenFigures;
    }

    @Override
    public String name() {
        return "nightly-figures";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 0);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "judge",
                        SubjectFacts.class,
                        _ -> Criteria.where("waitsFor").exists(true),
                        (id, _) -> subjectFactsStore.retry(id, indicators)),
                DueStep.eachOf(
                        "figures", _ -> indicators.all().stream().map(IndicatorDefinition::id), (id, day) -> indicators
                                .find(id)
                                .ifPresent(definition ->
                                        frozenFigures.bringUpToDate(definition, day.date(), day.context()))));
    }
}
