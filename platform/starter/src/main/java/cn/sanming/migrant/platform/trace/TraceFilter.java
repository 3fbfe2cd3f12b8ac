package cn.sanming.migrant.platform.trace;

import cn.sanming.migrant.platform.trace.Traces.Leg;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// A span for each request, named by its route: paths hold ids, routes do not.
final class TraceFilter extends OncePerRequestFilter {

    static final String ATTRIBUTE = Traces.HEADER;
    private static final String NO_TRACE = "0".repeat(32);

    private final Traces traces;

    TraceFilter(Traces traces) {
        this.traces = traces;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var leg = traces.begin(SpanKind.SERVER, request.getMethod(), request.getHeader(Traces.HEADER))) {
            var traceparent = leg.traceparent();
            request.setAttribute(ATTRIBUTE, traceparent);
            try (var _ = MDC.putCloseable("trace_id", known(leg));
                    var _ = MDC.putCloseable(Traces.HEADER, traceparent)) {
                chain.doFilter(request, response);
            } finally {
                finish(leg, request, response);
            }
        }
    }

    private static @Nullable String known(Leg leg) {
        return leg.traceId().equals(NO_TRACE) ? null : leg.traceId();
    }

    private static void finish(Leg leg, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            leg.rename(request.getMethod() + ' ' + route);
            leg.note("http.route", route);
        }
        leg.note("http.request.method", request.getMethod())
                .note("http.response.status_code", Integer.toString(response.getStatus()));
        if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            leg.failed(Integer.toString(response.getStatus()));
        }
    }
}
