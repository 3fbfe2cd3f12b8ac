package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.trace.Traces;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.MessageListener;

/// Where events come in: reads the CloudEvent, asks the inbox, lets every reaction happen once, remembers it.
public final class EventDoor implements MessageListener<String, byte[]> {

    private final Reactions reactions;
    private final Inbox inbox;
    private final Traces traces;
    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();

    EventDoor(Reactions reactions, Inbox inbox, Traces traces) {
        this.traces = traces;
        this.reactions = reactions;
        this.inbox = inbox;
    }

    /// A record that is no event of ours and never will be.
    static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why);
        }
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        var event = received(record);
        for (var reaction : reactions.to(event.type())) {
            if (!inbox.knows(event.id(), reaction.id())) {
                react(reaction, event);
                inbox.remember(event.id(), reaction.id());
            }
        }
        handled.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    private void react(Reactions.Reaction reaction, Received event) {
        try (var leg = traces.begin(SpanKind.CONSUMER, reaction.id(), event.traceparent())) {
            leg.note("event.type", event.type()).note("event.id", event.id());
            try {
                reaction.to(event.under(leg.traceparent()));
            } catch (RuntimeException e) {
                leg.failed(e.getClass().getSimpleName());
                throw e;
            }
        }
    }

    /// How far this service has come, by partition: the next offset it has not handled.
    public Map<TopicPartition, Long> handled() {
        return Map.copyOf(handled);
    }

    void skip(ConsumerRecord<?, ?> record) {
        handled.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    static Received received(ConsumerRecord<String, byte[]> record) {
        try {
            return received(KafkaMessageFactory.createReader(record).toEvent());
        } catch (CloudEventRWException | IllegalStateException e) {
            throw new Unreadable("not a CloudEvent: " + e.getMessage());
        }
    }

    private static Received received(CloudEvent event) {
        var type = event.getType();
        if (!type.startsWith(EventPublisher.TYPE_PREFIX) || !type.endsWith(EventPublisher.TYPE_SUFFIX)) {
            throw new Unreadable("an event of another house: " + type);
        }
        var time = event.getTime();
        var data = event.getData();
        var subject = event.getSubject();
        if (time == null || data == null || subject == null) {
            throw new Unreadable("an event without time, subject or data");
        }
        var sequence = text(event, "sequence");
        var correlation = text(event, "correlationid");
        return new Received(
                event.getId(),
                type.substring(
                        EventPublisher.TYPE_PREFIX.length(), type.length() - EventPublisher.TYPE_SUFFIX.length()),
                subject,
                time.toInstant(),
                sequence == null ? 0 : Long.parseLong(sequence),
                event.getSource().toString(),
                text(event, "district"),
                correlation == null ? event.getId() : correlation,
                text(event, "causationid"),
                text(event, "traceparent"),
                new String(data.toBytes(), StandardCharsets.UTF_8));
    }

    private static @Nullable String text(CloudEvent event, String extension) {
        var value = event.getExtension(extension);
        return value == null ? null : value.toString();
    }
}
