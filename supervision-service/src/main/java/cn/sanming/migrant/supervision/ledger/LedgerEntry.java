package cn.sanming.migrant.supervision.ledger;

import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.EventJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One event as it was published (事件留痕). It is written once and never changes.
///
/// @param order    milliseconds and id, so that its text sorts by time, then by id
/// @param received when it first came in
@Document("ledger")
@CompoundIndex(name = "by_subject", def = "{'subjects': 1, 'order': 1}")
public record LedgerEntry(
        @Id String id,
        String type,
        String subject,
        Instant at,
        String order,
        long sequence,
        String producer,
        @Nullable String district,
        String correlationId,
        @Indexed(sparse = true) @Nullable String causationId,
        List<String> subjects,
        Map<String, Object> data,
        Instant received) {

    static LedgerEntry of(Received event, List<String> withheld, Instant now) {
        var data = payload(event);
        withheld.forEach(data.keySet()::remove);
        return new LedgerEntry(
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                order(event.time(), event.id()),
                event.sequence(),
                event.source(),
                event.district(),
                event.correlationId(),
                event.causationId(),
                Subjects.of(event.subject(), data),
                data,
                now);
    }

    /// What an event says, with plain values.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> payload(Received event) {
        return new LinkedHashMap<>(EventJson.read(event.data(), Map.class));
    }

    static String order(Instant at, String id) {
        return "%015d-%s".formatted(at.toEpochMilli(), id);
    }
}
