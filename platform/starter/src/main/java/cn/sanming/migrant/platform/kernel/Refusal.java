package cn.sanming.migrant.platform.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why something was not done, with all reasons. A value, never an exception; nothing has changed and nothing was
/// published.
///
/// @param other where the record stands that this one collides with, for duplicates
public record Refusal(
        Kind kind, List<Reason> reasons, @Nullable String other) {

    /// The stable codes of the house and the HTTP status each answers with.
    public enum Kind {
        VALIDATION(400),
        UNAUTHENTICATED(401),
        FORBIDDEN_ROLE(403),
        FOUR_EYES(403),
        OTHER_DISTRICT(403),
        NOT_FOUND(404),
        ILLEGAL_TRANSITION(409),
        VERSION_CONFLICT(409),
        DUPLICATE(409),
        IN_PROGRESS(409),
        OUTCOME_UNKNOWN(409),
        STALE(412),
        TOO_LARGE(413),
        NOT_ELIGIBLE(422),
        GUARD_FAILED(422),
        BLACKLISTED_EMPLOYER(422),
        BUDGET_EXHAUSTED(422),
        DEADLINE_PASSED(422),
        CAP_REACHED(422),
        CALENDAR_MISSING(422),
        PARAMETER_MISSING(422),
        IDEMPOTENCY_MISMATCH(422),
        PRECONDITION_REQUIRED(428),
        TOO_MANY_REQUESTS(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public Refusal {
        reasons = List.copyOf(reasons);
    }

    public static Refusal of(Kind kind, Reason... reasons) {
        return new Refusal(kind, List.of(reasons), null);
    }
}
