package cn.sanming.migrant.legalaid.dispute;

import java.util.Set;

/// Where a dispute stands (案件状态), as in the life cycle `Dispute`.
enum DisputeState {
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    NOT_ACCEPTED,
    MEDIATING,
    HEARD,
    MEDIATED,
    SCHEDULED,
    AWARDED,
    WITHDRAWN,
    EFFECTIVE,
    IN_COURT,
    ENFORCEMENT,
    CLOSED;

    /// Accepted and not decided yet: the clock of the award runs.
    static final Set<DisputeState> PENDING = Set.of(ACCEPTED, MEDIATING, SCHEDULED, HEARD);

    /// Not ended, so that news about the employer still matters.
    static final Set<DisputeState> OPEN = Set.of(
            SUBMITTED, RETURNED, ACCEPTED, MEDIATING, SCHEDULED, HEARD, MEDIATED, AWARDED, EFFECTIVE, ENFORCEMENT);
}
