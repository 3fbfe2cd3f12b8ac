package cn.sanming.migrant.supervision.task;

/// The states of a task, as in `lifecycles/Task.yaml`.
enum TaskState {
    ASSIGNED,
    ACKNOWLEDGED,
    IN_PROGRESS,
    SUBMITTED,
    VERIFIED,
    CLOSED,
    CANCELLED
}
