package cn.sanming.migrant.community.health.record;

/// Whether a health record is kept here (档案状态), as in the life cycle `HealthRecord`.
enum RecordState {
    ACTIVE,
    MOVED,
    CLOSED
}
