package cn.sanming.migrant.job.fair;

/// The states of a job fair, as its life cycle names them.
enum FairState {
    PLANNED,
    ANNOUNCED,
    HELD,
    REPORTED,
    CANCELLED;

    boolean tookPlace() {
        return this == HELD || this == REPORTED;
    }
}
