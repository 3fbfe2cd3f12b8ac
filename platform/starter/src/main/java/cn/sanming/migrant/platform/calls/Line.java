package cn.sanming.migrant.platform.calls;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
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
public final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final String service;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final TimeLimiter limiter;
    private final ExecutorService calls;
    private final ServiceTokens tokens;

    Line(
            String service,
            CircuitBreaker breaker,
            Retry retry,
            TimeLimiter limiter,
            ExecutorService calls,
            ServiceTokens tokens) {
        this.service = service;
        this.breaker = breaker;
        this.retry = retry;
        this.limiter = limiter;
        this.calls = calls;
        this.tokens = tokens;
    }

    /// The department's answer; when it cannot be had (silence, open breaker, refusal), the degraded one. Never fails
    // by
    /// itself; what `degraded` throws goes through.
    public <T> T ask(Callable<T> question, Supplier<T> degraded) {
        var thread = MDC.getCopyOfContextMap();
        Callable<T> inTime = () -> limiter.executeFutureSupplier(() -> calls.submit(() -> put(question, thread)));
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

    private <T> T put(Callable<T> question, @Nullable Map<String, String> thread) throws Exception {
        if (thread != null) {
            MDC.setContextMap(thread);
        }
        try {
            return question.call();
        } catch (FeignException.Unauthorized e) {
            tokens.forget();
            throw e;
        }
    }
}
