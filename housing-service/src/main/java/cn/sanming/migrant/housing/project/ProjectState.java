package cn.sanming.migrant.housing.project;

/// Where a project stands, as in the life cycle `PublicWorksProject`.
public enum ProjectState {
    PLANNED,
    APPROVED,
    UNDER_CONSTRUCTION,
    COMPLETED,
    IN_USE,
    CANCELLED
}
