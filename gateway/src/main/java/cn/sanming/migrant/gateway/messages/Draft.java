package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.events.Received;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an event gives to tell: facts by name, and reasons as codes.
///
/// @param source makes a message the same on each repetition: the event, or for a vacancy the vacancy, so that nobody
///     hears of one vacancy twice
public record Draft(
        String kind,
        String subject,
        String source,
        Instant at,
        @Nullable String district,
        Map<String, String> facts,
        List<String> codes) {

    public Draft {
        facts = Map.copyOf(facts);
        codes = List.copyOf(codes);
    }

    public static Draft of(String kind, Received event) {
        return new Draft(kind, event.subject(), event.id(), event.time(), null, Map.of(), List.of());
    }

    /// About another thing than the event's own subject, and told once whatever tells it.
    public Draft about(String other) {
        return new Draft(kind, other, other, at, district, facts, codes);
    }

    /// A fact that is not there is not told.
    public Draft with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(facts);
        more.put(name, value.toString());
        return new Draft(kind, subject, source, at, district, more, codes);
    }

    public Draft because(List<String> reasons) {
        return new Draft(kind, subject, source, at, district, facts, reasons);
    }

    /// Only for those who act in this district.
    public Draft in(@Nullable String place) {
        return new Draft(kind, subject, source, at, place, facts, codes);
    }

    String idFor(Recipient recipient) {
        return Ids.of("msg", recipient.key(), kind, source);
    }

    static String order(Instant at, String id) {
        return "%014d.%s".formatted(at.toEpochMilli(), id);
    }
}
