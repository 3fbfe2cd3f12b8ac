package cn.sanming.migrant.platform.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Opens spans below a W3C `traceparent` and says what the next `traceparent` is.
public final class Traces {

    public static final String HEADER = "traceparent";

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return List.copyOf(carrier.keySet());
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private final Tracer tracer;

    Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("cn.sanming.migrant");
    }

    /// A piece of work in a trace. It ends when it is closed.
    public static final class Leg implements AutoCloseable {

        private final Span span;
        private final @Nullable String given;

        private Leg(Span span, @Nullable String given) {
            this.span = span;
            this.given = given;
        }

        /// What is told to whoever comes next.
        public @Nullable String traceparent() {
            return span.getSpanContext().isValid() ? text(span.getSpanContext()) : given;
        }

        public String traceId() {
            return span.getSpanContext().getTraceId();
        }

        public Leg note(String key, String value) {
            span.setAttribute(key, value);
            return this;
        }

        public void rename(String name) {
            span.updateName(name);
        }

        /// @param kind of trouble; never a message, which might name somebody
        public void failed(String kind) {
            span.setStatus(StatusCode.ERROR, kind);
        }

        @Override
        public void close() {
            span.end();
        }
    }

    /// @param traceparent of the work this one belongs to, if any
    public Leg begin(SpanKind kind, String name, @Nullable String traceparent) {
        var span = tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent(traceparent))
                .startSpan();
        return new Leg(span, traceparent);
    }

    private static Context parent(@Nullable String traceparent) {
        return traceparent == null ? Context.root() : W3C.extract(Context.root(), Map.of(HEADER, traceparent), GETTER);
    }

    private static String text(SpanContext span) {
        var carrier = new HashMap<String, String>();
        W3C.inject(Context.root().with(Span.wrap(span)), carrier, (headers, key, value) -> {
            if (headers != null) {
                headers.put(key, value);
            }
        });
        return String.valueOf(carrier.get(HEADER));
    }
}
