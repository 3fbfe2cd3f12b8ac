package cn.sanming.migrant.platform.kernel;

import cn.sanming.migrant.platform.reference.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who does something on a case, when, and what it follows from (操作上下文).
///
/// @param correlationId the thread of one story across departments
/// @param causationId   the event this reacts to, if any
/// @param key           under which the caller may repeat the request
/// @param precondition  what the caller has seen of the record
public record CommandContext(
        Actor actor,
        Instant at,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        @Nullable RequestKey key,
        @Nullable Precondition precondition) {

    public CommandContext {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public CommandContext(
            Actor actor, Instant at, String correlationId, @Nullable String causationId, @Nullable String traceparent) {
        this(actor, at, correlationId, causationId, traceparent, null, null);
    }

    /// The system itself: a scheduled job or the reaction to an event.
    public static CommandContext ofSystem(Instant at) {
        return new CommandContext(Actor.SYSTEM, at, UUID.randomUUID().toString(), null, null);
    }

    /// The business date: the day in Sanming.
    public LocalDate today() {
        return at.atZone(Dates.ZONE).toLocalDate();
    }

    /// The id of the record that this request creates: a repeated request meets the record it made the first time.
    public String newId(String prefix) {
        return key == null ? Ids.next(prefix) : Ids.of(prefix, key.digest());
    }

    public CommandContext under(@Nullable RequestKey other) {
        return new CommandContext(actor, at, correlationId, causationId, traceparent, other, precondition);
    }
}
