package cn.sanming.migrant.platform.cases;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.TaskScheduler;

/// Finds follow-ups that a crash or a failure left behind: at start-up, soon after something was late, and from time to
/// time. Its clock is the machine's: it looks after machinery, not after business dates.
final class FollowUpSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpSweeper.class);
    private static final int PAGE = 100;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Cases cases;
    private final TaskScheduler scheduler;
    private final Duration interval;

    FollowUpSweeper(Cases cases, TaskScheduler scheduler, Duration interval) {
        this.cases = cases;
        this.scheduler = scheduler;
        this.interval = interval;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.schedule(this::sweep, Instant.now());
        scheduler.scheduleWithFixedDelay(this::sweep, Instant.now().plus(interval), interval);
        scheduler.scheduleWithFixedDelay(
                () -> {
                    if (cases.takeLate()) {
                        sweep();
                    }
                },
                SOON);
    }

    void sweep() {
        try {
            cases.all().forEach(definition -> sweep(definition.type()));
        } catch (DataAccessException e) {
            LOG.warn("follow-ups wait for the store: {}", e.toString());
        }
    }

    /// In pages by id, so that what is written meanwhile neither hides nor repeats a case.
    private <A extends CaseAggregate> void sweep(Class<A> type) {
        var last = "";
        while (true) {
            var query = Query.query(Criteria.where(FollowUps.PENDING + "._id")
                            .exists(true)
                            .and("_id")
                            .gt(last))
                    .with(Sort.by("_id"))
                    .limit(PAGE);
            var page = cases.store().mongo().find(query, type);
            for (var subject : page) {
                cases.followUps().again(type, subject.id(), subject.file().followUps());
                last = subject.id();
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }
}
