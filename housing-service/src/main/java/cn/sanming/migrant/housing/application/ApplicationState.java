package cn.sanming.migrant.housing.application;

import java.util.Set;

/// Where an application stands (申请状态), as in the life cycle `HousingApplication`.
public enum ApplicationState {
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    CHECKED,
    REJECTED,
    PUBLICISED,
    WAITLISTED,
    ALLOCATED,
    LEASED,
    SOLD,
    CANCELLED,
    WITHDRAWN;

    /// Before the check is over: what the wage department could not say may still arrive.
    static final Set<ApplicationState> BEFORE_CHECK = Set.of(SUBMITTED, RETURNED, ACCEPTED);
}
