package cn.sanming.migrant.subsidy.claim;

/// Where an application stands (申请状态); the table of `lifecycles/SubsidyApplication.yaml` says how it moves.
public enum State {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    REVIEWED,
    REJECTED,
    PUBLICISED,
    APPROVED,
    PAID,
    SUSPENDED,
    WITHDRAWN,
    CLAWBACK_ORDERED,
    REPAID
}
