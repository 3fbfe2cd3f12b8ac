package cn.sanming.migrant.platform.jobs;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/// The day a job works on (业务日期), and the time of day it does so: the same however late it really runs.
public record BusinessDay(LocalDate date, Instant at) {

    static BusinessDay of(DueWork job, LocalDate date) {
        return new BusinessDay(
                date, ZonedDateTime.of(date, job.at(), Dates.ZONE).toInstant());
    }

    /// The system acts, on this day.
    public CommandContext context() {
        return CommandContext.ofSystem(at);
    }

    /// Takes note of what became of a command. A refusal mostly says that somebody was first and nothing is left to
    /// do; one that time or somebody's help must change parks the case, which is then tried again.
    public void orRetry(Outcome<?> outcome) {
        if (!(outcome instanceof Outcome.Refused<?> refused)) {
            return;
        }
        var kind = refused.refusal().kind();
        switch (kind) {
            case NOT_FOUND,
                    ILLEGAL_TRANSITION,
                    GUARD_FAILED,
                    DUPLICATE,
                    NOT_ELIGIBLE,
                    BLACKLISTED_EMPLOYER,
                    DEADLINE_PASSED,
                    CAP_REACHED,
                    STALE -> {}
            case VERSION_CONFLICT,
                    IN_PROGRESS,
                    BUDGET_EXHAUSTED,
                    CALENDAR_MISSING,
                    PARAMETER_MISSING,
                    TOO_MANY_REQUESTS,
                    UNAVAILABLE,
                    VALIDATION,
                    UNAUTHENTICATED,
                    FORBIDDEN_ROLE,
                    FOUR_EYES,
                    OTHER_DISTRICT,
                    TOO_LARGE,
                    IDEMPOTENCY_MISMATCH,
                    PRECONDITION_REQUIRED -> throw new CaseNotHandled(kind.name());
        }
    }
}
