package cn.sanming.migrant.community.activity;

/// The states of machine Activity.
enum ActivityState {
    PLANNED,
    ANNOUNCED,
    HELD,
    REPORTED,
    CANCELLED
}
