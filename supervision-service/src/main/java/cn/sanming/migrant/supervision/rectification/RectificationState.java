package cn.sanming.migrant.supervision.rectification;

/// The states of a rectification, as in `lifecycles/Rectification.yaml`.
enum RectificationState {
    ISSUED,
    ACCEPTED,
    SUBMITTED,
    CLOSED,
    ESCALATED
}
