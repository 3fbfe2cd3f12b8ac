package cn.sanming.migrant.community.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What somebody hears who asked for a place (名额答复).
///
/// @param error         `CLASS_FULL` for whoever waits, as rule COURSE_CAPACITY says it
/// @param waitingNumber one for the first who waits
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketAnswer(
        String id,
        String personId,
        Standing state,
        @Nullable String error,
        @Nullable Integer waitingNumber,
        @Nullable Integer placesLeft) {

    /// Where a person stands.
    public enum Standing {
        ENROLLED,
        WAITLISTED,
        DROPPED
    }
}
