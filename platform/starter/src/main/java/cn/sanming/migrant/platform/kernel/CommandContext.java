package cn.sanming.migrant.platform.kernel;

import cn.sanming.migrant.platform.reference.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act on a case: who does it, when, and what it follows from.
///
/// @param correlationId the thread of one story across departments
/// @param causationId   the event this act reacts to, if any
public record CommandContext(
        Actor actor,
        Instant at,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    public CommandContext {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// An act of the system itself: a scheduled job or the reaction to an event.
    public static CommandContext ofSystem(Instant at) {
        return new CommandContext(Actor.SYSTEM, at, UUID.randomUUID().toString(), null, null);
    }

    /// The business date: the day of the act in Sanming.
    public LocalDate today() {
        return at.atZone(Dates.ZONE).toLocalDate();
    }
}
