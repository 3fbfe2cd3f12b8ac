package cn.sanming.migrant.gateway.routing;

import cn.sanming.migrant.gateway.door.LimitedBody;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The fuse (熔断) of one service: when it does not answer, callers hear so at once and are told when to come back,
/// and the other services notice nothing. After a rest a few trial calls find out whether it is well again.
///
/// What the service itself answers passes unchanged, its own 503 included: that is its word, not its absence.
final class ServiceBreaker implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceBreaker.class);
    private static final Set<HttpStatusCode> ABSENT = Set.of(HttpStatus.BAD_GATEWAY, HttpStatus.GATEWAY_TIMEOUT);

    private final CircuitBreaker breaker;
    private final String service;
    private final Duration rest;
    private final ProblemWriter answers;

    ServiceBreaker(CircuitBreaker breaker, String service, Duration rest, ProblemWriter answers) {
        this.breaker = breaker;
        this.service = service;
        this.rest = rest;
        this.answers = answers;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!breaker.tryAcquirePermission()) {
            return unavailable(request, "SERVICE_RESTING");
        }
        long start = breaker.getCurrentTimestamp();
        try {
            var response = next.handle(request);
            if (ABSENT.contains(response.statusCode())) {
                failed(
                        start,
                        new IOException("answered " + response.statusCode().value()));
            } else {
                breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            }
            return response;
        } catch (ResourceAccessException e) {
            return notAnswered(request, start, e);
        } catch (Exception e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private ServerResponse notAnswered(ServerRequest request, long start, ResourceAccessException e) {
        var refusal = LimitedBody.refusalOf(request.servletRequest());
        if (refusal.isPresent()) { // it is the caller's body that broke off, not the service
            breaker.releasePermission();
            return answers.respond(refusal.get(), request);
        }
        failed(start, e);
        var cause = e.getCause();
        LOG.warn(
                "{} did not answer: {}",
                service,
                cause == null ? "unknown" : cause.getClass().getSimpleName());
        var timedOut = cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
        return unavailable(request, timedOut ? "SERVICE_TOO_SLOW" : "SERVICE_DOWN");
    }

    private void failed(long start, Exception e) {
        breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
    }

    private ServerResponse unavailable(ServerRequest request, String code) {
        var reason = Reason.of(code).required(service, "no answer");
        return answers.respond(Refusal.of(Refusal.Kind.UNAVAILABLE, reason), request, rest);
    }
}
