package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/// Publicises (公示) what has passed its review: at once, on the day of the review, and what a crash left behind a
/// moment later.
@Component
class ReviewedReaction extends AbstractMongoEventListener<SubsidyApplication> implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewedReaction.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST = 500;

    private final ApplicationDesk desk;
    private final TaskScheduler scheduler;
    private final MongoTemplate mongo;
    private final Clock clock;

    ReviewedReaction(ApplicationDesk desk, TaskScheduler scheduler, MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.desk = desk;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void onAfterSave(AfterSaveEvent<SubsidyApplication> saved) {
        var application = saved.getSource();
        if (application.file().is(State.REVIEWED)) {
            try {
                publicise(application.id());
            } catch (DataAccessException e) {
                LOG.warn(
                        "{} is publicised by the next round: {}",
                        application.id(),
                        e.getClass().getSimpleName());
            }
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(this::leftBehind, PAUSE);
    }

    private void leftBehind() {
        var reviewed = Query.query(Criteria.where("file.state").is(State.REVIEWED.name()))
                .with(Sort.by("_id"))
                .limit(MOST);
        reviewed.fields().include("_id");
        for (var left : mongo.query(SubsidyApplication.class)
                .as(Left.class)
                .matching(reviewed)
                .all()) {
            try {
                publicise(left.id());
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} is publicised at night: {}", left.id(), e.getClass().getSimpleName());
            }
        }
    }

    private void publicise(String id) {
        desk.publicise(id, CommandContext.ofSystem(clock.instant())).orRetry();
    }

    private record Left(@Id String id) {}

    @Override
    public String name() {
        return "publicise-reviewed";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 50);
    }

    /// What the rounds could not publicise shows here.
    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "publicise",
                SubsidyApplication.class,
                List.of(State.REVIEWED),
                (id, day) -> day.orRetry(desk.publicise(id, day.context()))));
    }
}
