package cn.sanming.migrant.platform.jobs;

import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;

/// Runs every due job once in the cluster. Days missed while nothing ran are caught up, one after the other.
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int CATCH_UP_DAYS = 31;
    private static final Duration TICK = Duration.ofSeconds(30);

    private final List<BusinessJob> jobs;
    private final Leases leases;
    private final Clock clock;
    private final TaskScheduler scheduler;
    private final boolean automatic;

    /// One job on one business date.
    public record Run(BusinessJob job, LocalDate date) {
        public Instant due() {
            return ZonedDateTime.of(date, job.at(), Dates.ZONE).toInstant();
        }
    }

    /// @param automatic whether the machine's time drives the jobs; a settable clock drives them itself
    JobRunner(List<BusinessJob> jobs, Leases leases, Clock clock, TaskScheduler scheduler, boolean automatic) {
        this.jobs = jobs;
        this.leases = leases;
        this.clock = clock;
        this.scheduler = scheduler;
        this.automatic = automatic;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (automatic) {
            scheduler.scheduleWithFixedDelay(this::tick, TICK);
        }
    }

    private void tick() {
        try {
            var now = clock.instant();
            var today = LocalDate.ofInstant(now, Dates.ZONE);
            for (var job : jobs) {
                var from =
                        leases.lastDone(job.name()).orElse(today.minusDays(1)).plusDays(1);
                var earliest = today.minusDays(CATCH_UP_DAYS);
                for (var date = from.isBefore(earliest) ? earliest : from;
                        !date.isAfter(today);
                        date = date.plusDays(1)) {
                    var run = new Run(job, date);
                    if (run.due().isAfter(now) || !perform(run)) {
                        break;
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("jobs postponed: {}", e.toString());
        }
    }

    /// Every run that falls due after the first and not after the second instant, in order of time.
    public List<Run> dueBetween(Instant after, Instant upTo) {
        var runs = new ArrayList<Run>();
        var last = LocalDate.ofInstant(upTo, Dates.ZONE);
        for (var date = LocalDate.ofInstant(after, Dates.ZONE); !date.isAfter(last); date = date.plusDays(1)) {
            for (var job : jobs) {
                var run = new Run(job, date);
                if (run.due().isAfter(after) && !run.due().isAfter(upTo)) {
                    runs.add(run);
                }
            }
        }
        runs.sort(Comparator.comparing(Run::due));
        return runs;
    }

    /// Forgets that jobs ran on dates after the given instant: a clock that was set back will come through them again.
    public void forgetAfter(Instant instant) {
        var date = LocalDate.ofInstant(instant, Dates.ZONE);
        jobs.forEach(job -> leases.forgetAfter(job.name(), date));
    }

    /// Runs a job for its date unless it is done or somebody else is at it.
    ///
    /// @return whether the date is done
    public boolean perform(Run run) {
        return switch (leases.take(run.job().name(), run.date())) {
            case DONE -> true;
            case TAKEN -> false;
            case OURS -> {
                try {
                    run.job().run(run.date());
                    leases.done(run.job().name(), run.date());
                    yield true;
                } catch (RuntimeException e) {
                    LOG.error(
                            "job {} of {} failed and will run again", run.job().name(), run.date(), e);
                    leases.giveBack(run.job().name(), run.date());
                    yield false;
                }
            }
        };
    }
}
