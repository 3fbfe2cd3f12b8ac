package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Every night: figures that have changed are published, periods that are over are frozen. One indicator that fails
/// does not stop the others.
@Component
class NightlyFigures implements BusinessJob {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyFigures.class);
    private static final LocalTime AT = LocalTime.of(3, 0);

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
        return AT;
    }

    @Override
    public void run(LocalDate date) {
        subjectFactsStore.retry(indicators);
        var context =
                CommandContext.ofSystem(ZonedDateTime.of(date, AT, Dates.ZONE).toInstant());
        int failed = 0;
        for (var definition : indicators.all()) {
            try {
                frozenFigures.bringUpToDate(definition, date, context);
            } catch (RuntimeException e) {
                failed++;
                LOG.error("{} could not be brought up to date", definition.id(), e);
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " indicators failed; the job runs again");
        }
    }
}
