package cn.sanming.migrant.housing.application;

/// What follows from a step and lies outside the application's own document; done right after it is saved, and by
/// the nightly sweep where something came between.
enum Owed {
    PUBLICISE,
    LAPSE,
    RELEASE,
    LEASE,
    SALE
}
