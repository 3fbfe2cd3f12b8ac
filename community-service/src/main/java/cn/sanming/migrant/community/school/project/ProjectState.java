package cn.sanming.migrant.community.school.project;

/// Where a public works project stands, as in the life cycle `PublicWorksProject`.
enum ProjectState {
    PLANNED,
    APPROVED,
    UNDER_CONSTRUCTION,
    COMPLETED,
    IN_USE,
    CANCELLED
}
