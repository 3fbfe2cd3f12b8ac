package cn.sanming.migrant.subsidy.ledger;

/// Where reserved money stands (占用状态).
public enum ReservationState {
    /// Nothing is taken yet.
    ASKED,
    /// Committed on its line.
    HELD,
    /// Paid out.
    SPENT,
    /// Given back, before or after it was paid.
    RELEASED
}
