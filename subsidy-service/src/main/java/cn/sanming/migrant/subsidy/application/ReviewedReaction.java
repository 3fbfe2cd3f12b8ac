package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/// Publicises (公示) what has passed its review: at once, on the day of the review, and what a crash left behind a
/// moment later.
@Component
class ReviewedReaction extends AbstractMongoEventListener<SubsidyApplication> {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewedReaction.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ApplicationDesk desk;
    private final TaskScheduler scheduler;
    private final Clock clock;

    ReviewedReaction(ApplicationDesk desk, TaskScheduler scheduler, Clock clock) {
        this.desk = desk;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void onAfterSave(AfterSaveEvent<SubsidyApplication> saved) {
        var application = saved.getSource();
        if (application.file().is(State.REVIEWED)) {
            try {
                desk.publicise(application.id(), CommandContext.ofSystem(clock.instant()));
            } catch (DataAccessException e) {
                LOG.warn("{} is publicised by the next round: {}", application.id(), e.getMessage());
            }
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(() -> desk.publiciseReviewed(CommandContext.ofSystem(clock.instant())), PAUSE);
    }
}
