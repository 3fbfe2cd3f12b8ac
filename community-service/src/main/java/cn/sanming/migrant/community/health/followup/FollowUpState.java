package cn.sanming.migrant.community.health.followup;

/// Where a follow-up stands, as in the life cycle `FollowUp`.
enum FollowUpState {
    PLANNED,
    DONE,
    MISSED,
    DONE_LATE,
    CANCELLED
}
