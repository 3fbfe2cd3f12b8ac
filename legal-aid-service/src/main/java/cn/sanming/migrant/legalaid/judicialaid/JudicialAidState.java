package cn.sanming.migrant.legalaid.judicialaid;

/// Where an application for judicial aid stands (救助进度), as in the life cycle `JudicialAid`.
enum JudicialAidState {
    SUBMITTED,
    UNDER_REVIEW,
    APPROVED,
    REFUSED,
    PAID
}
