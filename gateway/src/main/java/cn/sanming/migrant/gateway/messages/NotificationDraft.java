package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an event gives to tell: facts by name, and reasons as codes.
///
/// @param source makes a message the same on each repetition: the event, or for a vacancy the vacancy, so that nobody
///     hears of one vacancy twice
public record NotificationDraft(
        String kind,
        String subject,
        String source,
        Instant at,
        @Nullable String district,
        Map<String, String> facts,
        List<String> codes) {

    public NotificationDraft {
        facts = Map.copyOf(facts);
        codes = List.copyOf(codes);
    }

    public static NotificationDraft of(String kind, Received event) {
        return new NotificationDraft(kind, event.subject(), event.id(), event.time(), null, Map.of(), List.of());
    }

    /// About another thing than the event's own subject, and told once whatever tells it.
    public NotificationDraft about(String other) {
        return new NotificationDraft(kind, other, other, at, district, facts, codes);
    }

    /// A fact that is not there is not told.
    public NotificationDraft with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(facts);
        more.put(name, value.toString());
        return new NotificationDraft(kind, subject, source, at, district, more, codes);
    }

    public NotificationDraft because(List<String> reasons) {
        return new NotificationDraft(kind, subject, source, at, district, facts, reasons);
    }

    /// Only for those who act in this district.
    public NotificationDraft in(@Nullable String place) {
        return new NotificationDraft(kind, subject, source, at, place, facts, codes);
    }

    String idFor(Recipient recipient) {
        return Ids.of("msg", recipient.key(), kind, source);
    }

    static String order(Instant at, String id) {
        return "%014d.%s".formatted(at.toEpochMilli(), id);
    }
}
