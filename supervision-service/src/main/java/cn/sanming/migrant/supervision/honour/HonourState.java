package cn.sanming.migrant.supervision.honour;

/// The states of a nomination, as in `lifecycles/HonourNomination.yaml`.
enum HonourState {
    NOMINATED,
    REVIEWED,
    REJECTED,
    PUBLICISED,
    GRANTED,
    REVOKED
}
