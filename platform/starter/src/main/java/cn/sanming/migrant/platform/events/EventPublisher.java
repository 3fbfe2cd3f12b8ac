package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.trace.Traces;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaTemplate;

/// Puts one event on the wire as a CloudEvent in Kafka's binary mode; the only place that does.
final class EventPublisher {

    static final String TYPE_PREFIX = "cn.sanming.";
    static final String TYPE_SUFFIX = ".v1";

    private final KafkaTemplate<String, byte[]> kafka;
    private final URI source;
    private final Traces traces;

    EventPublisher(KafkaTemplate<String, byte[]> kafka, String service, Traces traces) {
        this.traces = traces;
        this.kafka = kafka;
        this.source = URI.create("/" + service);
    }

    /// @param caseId the aggregate: its events share a partition, so they arrive in order
    CompletableFuture<?> send(String caseId, PendingEvent event) {
        var builder = CloudEventBuilder.v1()
                .withId(event.id())
                .withType(TYPE_PREFIX + event.type() + TYPE_SUFFIX)
                .withSource(source)
                .withSubject(event.subject())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(event.sequence()))
                .withExtension("correlationid", event.correlationId())
                .withData("application/json", event.data().getBytes(StandardCharsets.UTF_8));
        if (event.district() != null) {
            builder.withExtension("district", event.district());
        }
        if (event.causationId() != null) {
            builder.withExtension("causationid", event.causationId());
        }
        try (var leg = traces.begin(SpanKind.PRODUCER, "publish " + event.type(), event.traceparent())) {
            leg.note("event.type", event.type()).note("event.id", event.id());
            if (leg.traceparent() != null) {
                builder.withExtension(Traces.HEADER, leg.traceparent());
            }
        }
        var record = KafkaMessageFactory.<String>createWriter(topicOf(event.type()), caseId)
                .writeBinary(builder.build());
        try {
            return kafka.send(record);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // the broker could not even be asked
        }
    }

    void flush() {
        kafka.flush();
    }

    /// One topic per publishing service: `wage.arrears.detected` goes to `wage.events`.
    static String topicOf(String type) {
        return type.substring(0, type.indexOf('.')) + ".events";
    }
}
