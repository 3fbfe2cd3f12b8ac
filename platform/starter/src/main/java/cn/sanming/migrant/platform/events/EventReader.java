package cn.sanming.migrant.platform.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Reads a record of a topic as an event of this house; the counterpart of the publisher.
final class EventReader {

    private EventReader() {}

    /// @throws Unreadable if it is none and never will be
    static Received read(ConsumerRecord<String, byte[]> record) {
        try {
            return received(KafkaMessageFactory.createReader(record).toEvent());
        } catch (Unreadable e) {
            throw e;
        } catch (RuntimeException e) {
            // reading depends on nothing but the record: whatever fails now fails always
            throw new Unreadable("not a CloudEvent of this house", e);
        }
    }

    private static Received received(CloudEvent event) {
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
                bareType(event.getType()),
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

    /// `cn.sanming.wage.arrears.detected.v1` is `wage.arrears.detected`.
    private static String bareType(String type) {
        int begin = EventPublisher.TYPE_PREFIX.length();
        int end = type.length() - EventPublisher.TYPE_SUFFIX.length();
        if (!type.startsWith(EventPublisher.TYPE_PREFIX)
                || !type.endsWith(EventPublisher.TYPE_SUFFIX)
                || end <= begin) {
            throw new Unreadable("an event of another house");
        }
        return type.substring(begin, end);
    }

    private static @Nullable String text(CloudEvent event, String extension) {
        var value = event.getExtension(extension);
        return value == null ? null : value.toString();
    }
}
