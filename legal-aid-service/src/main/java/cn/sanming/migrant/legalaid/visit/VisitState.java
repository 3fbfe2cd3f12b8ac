package cn.sanming.migrant.legalaid.visit;

/// Where a group visit stands (上门受理进度), as in the life cycle `GroupVisit`.
enum VisitState {
    REQUESTED,
    SCHEDULED,
    VISITED,
    ACCEPTED,
    CANCELLED
}
