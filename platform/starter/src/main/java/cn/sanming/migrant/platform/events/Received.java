package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The envelope of an event as it arrived.
///
/// @param id       the same for every repetition of the event
/// @param type     without prefix and version: `wage.arrears.detected`
/// @param subject  the thing it is about
/// @param sequence count within the publishing case: an older one than already seen is ignored by upserts
public record Received(
        String id,
        String type,
        String subject,
        Instant time,
        long sequence,
        String source,
        @Nullable String district,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        String data) {

    /// The same event, with work on it done in this span of its trace.
    Received under(@Nullable String span) {
        return new Received(
                id, type, subject, time, sequence, source, district, correlationId, causationId, span, data);
    }

    /// The act of reacting to this event: by the system, in the same story, caused by it.
    public CommandContext react(Instant now) {
        return new CommandContext(Actor.SYSTEM, now, correlationId, id, traceparent);
    }
}
