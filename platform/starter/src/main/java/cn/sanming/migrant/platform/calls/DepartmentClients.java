package cn.sanming.migrant.platform.calls;

import cn.sanming.migrant.platform.trace.Traces;
import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The lines to the other departments, one breaker each.
public final class DepartmentClients implements AutoCloseable {

    private static final int CALLS_JUDGED = 10;
    private static final int CALLS_NEEDED = 4;

    private final CallSettings settings;
    private final ServiceTokens tokens;
    private final Traces traces;
    private final CircuitBreakerRegistry breakers;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    DepartmentClients(CallSettings settings, ServiceTokens tokens, MeterRegistry meters, Traces traces) {
        this.settings = settings;
        this.tokens = tokens;
        this.traces = traces;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_JUDGED)
                .minimumNumberOfCalls(CALLS_NEEDED)
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(DepartmentClients::silence)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    /// @param service as the other side is called, for instance `wage-service`
    public DepartmentClient to(String service) {
        var retry = Retry.of(
                service,
                RetryConfig.custom()
                        .maxAttempts(settings.tries())
                        .waitDuration(Duration.ofMillis(50))
                        .ignoreExceptions(CallNotPermittedException.class)
                        .retryOnException(e -> silence(e) || e instanceof FeignException.Unauthorized)
                        .build());
        return new DepartmentClient(
                service,
                breakers.circuitBreaker(service),
                retry,
                TimeLimiter.of(settings.timeLimit()),
                calls,
                tokens,
                traces);
    }

    /// A refusal is an answer: neither another try nor the breaker has anything to do with it.
    private static boolean silence(Throwable e) {
        return !(e instanceof FeignException.FeignClientException) || e instanceof FeignException.TooManyRequests;
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
