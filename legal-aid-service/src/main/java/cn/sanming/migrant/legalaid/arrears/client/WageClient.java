package cn.sanming.migrant.legalaid.arrears.client;

import cn.sanming.migrant.legalaid.arrears.ArrearsAnswer;
import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the wage department for an employer's arrears. One question has a time limit and one more try; when the
/// department
/// keeps failing the breaker opens, and until it heals the answer comes from our own copy and says so.
public final class WageClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WageClient.class);
    private static final int MOST = 200;
    private static final int CALLS_JUDGED = 10;
    private static final int CALLS_NEEDED = 4;

    private final WageArrears wages;
    private final ServiceTokens tokens;
    private final ArrearsBook book;
    private final CircuitBreakerRegistry breakers;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final TimeLimiter limiter;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    WageClient(WageArrears wages, ServiceTokens tokens, ArrearsBook book, WageProperties properties) {
        this.wages = wages;
        this.tokens = tokens;
        this.book = book;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_JUDGED)
                .minimumNumberOfCalls(CALLS_NEEDED)
                .waitDurationInOpenState(properties.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
        this.breaker = breakers.circuitBreaker("wage-service");
        this.retry = Retry.of(
                "wage-service",
                RetryConfig.custom()
                        .maxAttempts(properties.tries())
                        .waitDuration(Duration.ofMillis(50))
                        .ignoreExceptions(CallNotPermittedException.class)
                        .retryOnException(WageClient::worthAnotherTry)
                        .build());
        this.limiter = TimeLimiter.of(properties.timeLimit());
    }

    /// Never fails: what cannot be asked is answered from the copy.
    public ArrearsAnswer openArrears(String employerUscc) {
        Callable<ArrearsAnswer> question = () -> ask(employerUscc);
        Callable<ArrearsAnswer> inTime = () -> limiter.executeFutureSupplier(() -> calls.submit(question));
        var guarded = Retry.decorateCallable(retry, CircuitBreaker.decorateCallable(breaker, inTime));
        try {
            return guarded.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ArrearsAnswer.degraded(employerUscc, book.openOf(employerUscc));
        } catch (Exception e) {
            LOG.warn(
                    "wage-service is not asked or does not answer: {}",
                    e.getClass().getSimpleName());
            return ArrearsAnswer.degraded(employerUscc, book.openOf(employerUscc));
        }
    }

    private ArrearsAnswer ask(String employerUscc) {
        try {
            var items = wages.of(employerUscc, MOST).items().stream()
                    .filter(arrears -> !"CLEARED".equals(arrears.state()))
                    .map(arrears -> new ArrearsAnswer.Row(
                            arrears.id(),
                            arrears.projectId(),
                            arrears.period(),
                            arrears.workers(),
                            arrears.total(),
                            arrears.level(),
                            arrears.effectiveDueDate()))
                    .toList();
            return new ArrearsAnswer(employerUscc, false, items);
        } catch (FeignException.Unauthorized e) {
            tokens.forget();
            throw e;
        }
    }

    /// Another try helps against silence and trouble over there, and once the token has been renewed; not against a
    /// refusal.
    private static boolean worthAnotherTry(Throwable e) {
        return !(e instanceof FeignException.FeignClientException) || e instanceof FeignException.Unauthorized;
    }

    CircuitBreakerRegistry breakers() {
        return breakers;
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
