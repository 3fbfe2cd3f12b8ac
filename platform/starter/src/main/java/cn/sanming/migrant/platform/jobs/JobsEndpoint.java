package cn.sanming.migrant.platform.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/// The jobs of this service and the cases they could not handle: looked at, tried again, run for a date.
@Endpoint(id = "jobs")
public final class JobsEndpoint {

    private static final int SHOWN = 20;
    private static final int SHOWN_OF_ONE = 500;

    private final JobRunner runner;

    /// A case that waits for another try.
    public record Parked(
            String id,
            String step,
            String caseId,
            LocalDate businessDate,
            String reason,
            @Nullable String place,
            int tries,
            Instant since,
            Instant nextTryAt) {

        private static Parked of(ParkedCase parked) {
            return new Parked(
                    parked.id(),
                    parked.step(),
                    parked.caseId(),
                    parked.businessDate(),
                    parked.reason(),
                    parked.place(),
                    parked.tries(),
                    parked.since(),
                    parked.nextTryAt());
        }
    }

    /// @param lastDate the last date the job is done with; @param parked how many cases are parked
    public record Shown(
            String name,
            LocalTime at,
            @Nullable LocalDate lastDate,
            @Nullable Instant lastSuccessAt,
            boolean running,
            long parked,
            List<Parked> parkedCases) {}

    JobsEndpoint(JobRunner runner) {
        this.runner = runner;
    }

    @ReadOperation
    public Map<String, List<Shown>> list() {
        return Map.of(
                "jobs", runner.jobs().stream().map(job -> shown(job, SHOWN)).toList());
    }

    @ReadOperation
    public @Nullable Shown one(@Selector String job) {
        return runner.named(job).map(found -> shown(found, SHOWN_OF_ONE)).orElse(null);
    }

    /// Runs the job for a date, or tries one parked case again, or all.
    @WriteOperation
    public WebEndpointResponse<?> operate(@Selector String job, @Nullable String date, @Nullable String parked) {
        if (runner.named(job).isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        if (parked != null && runner.parkedCases().find(parked).isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        var result = date != null
                ? runner.runAgain(job, day(date))
                : parked != null ? runner.retry(job, parked) : runner.retryAll(job);
        return result.isPresent()
                ? new WebEndpointResponse<>(result.get())
                : new WebEndpointResponse<>(Map.of("code", "IN_PROGRESS"), 409);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new InvalidEndpointRequestException("date is no day", "date is no day", e);
        }
    }

    private Shown shown(DueWork job, int most) {
        var mark = runner.dates().mark(job.name());
        return new Shown(
                job.name(),
                job.at(),
                runner.dates().lastDone(job.name()).orElse(null),
                mark.lastSuccessAt(),
                runner.running().contains(job.name()),
                runner.parkedCases().count(job.name()),
                runner.parkedCases().of(job.name(), most).stream()
                        .map(Parked::of)
                        .toList());
    }
}
