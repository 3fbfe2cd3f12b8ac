package cn.sanming.migrant.wage.noarrears;

/// States of an assessment; the transitions stand in `lifecycles/NoArrearsProject.yaml`.
enum AssessmentState {
    APPLIED,
    SCORED,
    REFUSED,
    PUBLICISED,
    GRANTED,
    REVOKED
}
