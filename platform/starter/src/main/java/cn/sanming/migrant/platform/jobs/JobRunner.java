package cn.sanming.migrant.platform.jobs;

import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.TaskScheduler;

/// Runs every due job once in the cluster, each on a thread of its own: none waits for another. Dates missed while
/// nothing ran are caught up in order.
public final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration TICK = Duration.ofSeconds(30);

    private final List<DueWork> jobs;
    private final MongoTemplate mongo;
    private final JobLeases leases;
    private final JobDates dates;
    private final ParkedCases parkedCases;
    private final JobMetrics metrics;
    private final Clock clock;
    private final Map<String, Thread> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// One job on one business date.
    public record Run(DueWork job, LocalDate date) {
        public Instant due() {
            return BusinessDay.of(job, date).at();
        }
    }

    JobRunner(List<DueWork> jobs, MongoTemplate mongo, JobLeases leases, JobMetrics metrics, Clock clock) {
        this.jobs = List.copyOf(jobs);
        this.mongo = mongo;
        this.leases = leases;
        this.dates = new JobDates(mongo, clock);
        this.parkedCases = new ParkedCases(mongo, clock);
        this.metrics = metrics;
        this.clock = clock;
        requireNames();
        // known from the start, so that their indexes are made
        List.of(ParkedCase.class, JobDates.DoneDate.class, JobDates.Mark.class)
                .forEach(mongo.getConverter().getMappingContext()::getPersistentEntity);
    }

    private void requireNames() {
        var names = new HashSet<String>();
        for (var job : jobs) {
            if (!names.add(job.name()) || job.name().contains("|")) {
                throw new IllegalStateException("no good name for a job: " + job.name());
            }
            var steps = new HashSet<String>();
            for (var step : job.steps()) {
                if (!steps.add(step.name()) || step.name().contains("|")) {
                    throw new IllegalStateException("no good name for a step: " + job.name() + ' ' + step.name());
                }
            }
        }
    }

    /// Lets the machine's time drive the jobs.
    void driveBy(TaskScheduler scheduler) {
        scheduler.scheduleWithFixedDelay(this::tick, TICK);
    }

    /// Lets every job that is not at work look what is due for it.
    void tick() {
        jobs.stream()
                .filter(job -> !closed && !running.containsKey(job.name()))
                .forEach(job -> Thread.ofVirtual().name("job-" + job.name()).start(() -> look(job)));
    }

    private void look(DueWork job) {
        try {
            var now = clock.instant();
            for (var date : dates.open(job.name(), LocalDate.ofInstant(now, Dates.ZONE))) {
                var run = new Run(job, date);
                if (run.due().isAfter(now) || !perform(run)) {
                    break;
                }
            }
            if (!parkedCases.due(job.name(), 1).isEmpty()) {
                alone(job, JobPass::retry);
            }
            refresh(job);
        } catch (RuntimeException e) {
            metrics.failed(job.name());
            LOG.warn("job {} is postponed: {}", job.name(), e.getClass().getSimpleName());
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

    /// Forgets what ran for a time after the given instant: a clock that was set back will come through it again.
    public void forgetAfter(Instant instant) {
        var date = LocalDate.ofInstant(instant, Dates.ZONE);
        for (var job : jobs) {
            var passed = !new Run(job, date).due().isAfter(instant);
            dates.forget(job.name(), passed ? date.plusDays(1) : date);
        }
    }

    /// Runs a job for its date unless it is done or somebody else is at it. Cases that fail are parked.
    ///
    /// @return whether the date is done
    public boolean perform(Run run) {
        var name = run.job().name();
        try {
            return alone(run.job(), pass -> {
                        if (!dates.isDone(name, run.date())) {
                            pass.through(run.date(), clock.instant());
                            dates.done(name, run.date());
                        }
                        return true;
                    })
                    .isPresent();
        } catch (RuntimeException e) {
            metrics.failed(name);
            LOG.error("job {} of {} was cut short by {} and runs again", name, run.date(), e.toString());
            return false;
        } finally {
            refresh(run.job());
        }
    }

    /// Runs a job for a date, whether or not that is done.
    ///
    /// @return nothing while somebody else is at the job
    public Optional<JobResult> runAgain(String name, LocalDate date) {
        return operated(name, pass -> {
            var result = pass.through(date, clock.instant());
            dates.done(name, date);
            return result;
        });
    }

    /// Tries every parked case of a job again.
    ///
    /// @return nothing while somebody else is at the job
    public Optional<JobResult> retryAll(String name) {
        return operated(name, pass -> {
            parkedCases.hasten(name);
            return pass.retry();
        });
    }

    /// Tries one parked case of a job again.
    ///
    /// @return nothing while somebody else is at the job, or when there is no such case
    public Optional<JobResult> retry(String name, String parkedId) {
        return parkedCases
                .find(parkedId)
                .filter(parked -> parked.job().equals(name))
                .flatMap(parked -> operated(name, pass -> pass.retry(parked)));
    }

    private Optional<JobResult> operated(String name, Function<JobPass, JobResult> work) {
        var job = find(name);
        try {
            return alone(job, work);
        } finally {
            refresh(job);
        }
    }

    public Optional<DueWork> named(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    private DueWork find(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("no such job"));
    }

    /// Works under the job's lease.
    private <R> Optional<R> alone(DueWork job, Function<JobPass, R> work) {
        var name = job.name();
        if (closed || running.putIfAbsent(name, Thread.currentThread()) != null) {
            return Optional.empty();
        }
        try {
            var lease = leases.take(name);
            if (lease.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        work.apply(new JobPass(mongo, parkedCases, metrics, job, () -> !closed && leases.holds(name))));
            } finally {
                lease.get().unlock();
            }
        } finally {
            running.remove(name);
        }
    }

    /// Shows the cluster's figures, whoever of us ran the job.
    private void refresh(DueWork job) {
        try {
            var mark = dates.mark(job.name());
            var last = mark.lastSuccessAt() == null ? mark.since() : mark.lastSuccessAt();
            metrics.known(job.name(), last == null ? clock.instant() : last, parkedCases.count(job.name()));
        } catch (RuntimeException e) {
            LOG.warn("the figures of {} are old: {}", job.name(), e.getClass().getSimpleName());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void refresh() {
        jobs.forEach(this::refresh);
    }

    List<DueWork> jobs() {
        return jobs;
    }

    Set<String> running() {
        return Set.copyOf(running.keySet());
    }

    JobDates dates() {
        return dates;
    }

    ParkedCases parkedCases() {
        return parkedCases;
    }

    /// Jobs stop after the case they are at, before anything they need is taken away.
    @EventListener(ContextClosedEvent.class)
    @Override
    public void close() {
        closed = true;
        for (var thread : running.values()) {
            try {
                if (thread != Thread.currentThread()) {
                    thread.join(Duration.ofSeconds(5));
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
