package cn.sanming.migrant.community.station;

/// The states of machine RestStation.
enum StationState {
    PLANNED,
    OPEN,
    SUSPENDED,
    CLOSED
}
