package cn.sanming.migrant.wage.injury;

/// States of a recognition; the transitions stand in `lifecycles/InjuryRecognition.yaml`.
enum InjuryState {
    SUBMITTED,
    MATERIAL_REQUESTED,
    ACCEPTED,
    NOT_ACCEPTED,
    SUSPENDED,
    RECOGNISED,
    DENIED
}
