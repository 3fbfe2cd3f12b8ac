package cn.sanming.migrant.community.health.clinic;

/// Where a park clinic stands, as in the life cycle `PublicWorksProject`.
enum ClinicState {
    PLANNED,
    APPROVED,
    UNDER_CONSTRUCTION,
    COMPLETED,
    IN_USE,
    CANCELLED
}
