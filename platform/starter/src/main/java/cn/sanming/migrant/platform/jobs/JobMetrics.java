package cn.sanming.migrant.platform.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// What the alerts look at. Every figure is there from the start, not from the first failure on.
final class JobMetrics {

    private final Map<String, Figures> byJob = new LinkedHashMap<>();

    private record Figures(AtomicLong lastSuccess, AtomicLong parked, Counter failed) {}

    /// @param started what stands for the last success until the store has been asked
    JobMetrics(MeterRegistry registry, Collection<DueWork> jobs, Instant started) {
        for (var job : jobs) {
            var lastSuccess = new AtomicLong(started.getEpochSecond());
            var parked = new AtomicLong();
            Gauge.builder("job.last.success", lastSuccess, AtomicLong::get)
                    .tag("job", job.name())
                    .description("when the job was last done with a date, in seconds since 1970")
                    .register(registry);
            Gauge.builder("job.parked", parked, AtomicLong::get)
                    .tag("job", job.name())
                    .description("cases that the job could not handle")
                    .register(registry);
            var failed = Counter.builder("job.failed")
                    .tag("job", job.name())
                    .description("cases or whole dates that failed, each try counted")
                    .register(registry);
            byJob.put(job.name(), new Figures(lastSuccess, parked, failed));
        }
    }

    void known(String job, Instant lastSuccess, long parked) {
        var figures = of(job);
        figures.lastSuccess().set(lastSuccess.getEpochSecond());
        figures.parked().set(parked);
    }

    void failed(String job) {
        of(job).failed().increment();
    }

    private Figures of(String job) {
        return Objects.requireNonNull(byJob.get(job));
    }
}
