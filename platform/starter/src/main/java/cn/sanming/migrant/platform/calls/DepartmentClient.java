package cn.sanming.migrant.platform.calls;

import cn.sanming.migrant.platform.trace.Traces;
import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.opentelemetry.api.trace.SpanKind;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The line to one department: a question in time, once more on silence, none while the breaker is open. Only for
/// questions that change nothing over there.
public final class DepartmentClient {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentClient.class);

    private final String service;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final TimeLimiter limiter;
    private final ExecutorService calls;
    private final ServiceTokens tokens;
    private final Traces traces;

    DepartmentClient(
            String service,
            CircuitBreaker breaker,
            Retry retry,
            TimeLimiter limiter,
            ExecutorService calls,
            ServiceTokens tokens,
            Traces traces) {
        this.service = service;
        this.breaker = breaker;
        this.retry = retry;
        this.limiter = limiter;
        this.calls = calls;
        this.tokens = tokens;
        this.traces = traces;
    }

    /// The department's answer; when it cannot be had (silence, open breaker, refusal), the degraded one. Never
    /// fails by itself; what `degraded` throws goes through.
    public <T> T ask(Callable<T> question, Supplier<T> degraded) {
        var thread = MDC.getCopyOfContextMap();
        Callable<T> inTime = () -> limiter.executeFutureSupplier(() -> calls.submit(() -> traced(question, thread)));
        try {
            return Retry.decorateCallable(retry, CircuitBreaker.decorateCallable(breaker, inTime))
                    .call();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn(
                    "{} is not asked or does not answer: {}",
                    service,
                    e.getClass().getSimpleName());
        }
        return degraded.get();
    }

    private <T> T traced(Callable<T> question, @Nullable Map<String, String> thread) throws Exception {
        var own = new HashMap<String, String>(thread == null ? Map.of() : thread);
        try (var leg = traces.begin(SpanKind.CLIENT, "ask " + service, own.get(Traces.HEADER))) {
            own.put(Traces.HEADER, leg.traceparent());
            try {
                return put(question, own);
            } catch (Exception e) {
                leg.failed(e.getClass().getSimpleName());
                throw e;
            }
        }
    }

    private <T> T put(Callable<T> question, Map<String, String> thread) throws Exception {
        MDC.setContextMap(thread);
        try {
            return question.call();
        } catch (FeignException.Unauthorized e) {
            tokens.forget();
            throw e;
        }
    }
}
