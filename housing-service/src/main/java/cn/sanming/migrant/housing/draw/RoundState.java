package cn.sanming.migrant.housing.draw;

/// Where a round stands, as in the life cycle `AllocationRound`.
enum RoundState {
    ANNOUNCED,
    CLOSED,
    DRAWN,
    CANCELLED
}
