package cn.sanming.migrant.wage.appraisal;

/// States of an appraisal; the transitions stand in `lifecycles/CapabilityAppraisal.yaml`.
enum AppraisalState {
    SUBMITTED,
    PANEL,
    CONCLUDED,
    REAPPRAISAL,
    FINAL
}
