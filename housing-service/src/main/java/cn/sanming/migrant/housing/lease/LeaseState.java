package cn.sanming.migrant.housing.lease;

import java.util.List;

/// Where a lease stands (租约状态), as in the life cycle `Lease`.
public enum LeaseState {
    ACTIVE,
    RENEWAL_REQUESTED,
    ENDING,
    BREACH_NOTICED,
    ENFORCEMENT,
    ENDED;

    /// Somebody still has the keys.
    static final List<String> OPEN =
            List.of(ACTIVE.name(), RENEWAL_REQUESTED.name(), ENDING.name(), BREACH_NOTICED.name(), ENFORCEMENT.name());
}
