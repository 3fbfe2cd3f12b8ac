package cn.sanming.migrant.legalaid.duty;

/// Where a shift stands (值班状态), as in the life cycle `DutyShift`.
enum DutyState {
    DRAFT,
    PUBLISHED,
    ABSENT,
    COMPLETED
}
