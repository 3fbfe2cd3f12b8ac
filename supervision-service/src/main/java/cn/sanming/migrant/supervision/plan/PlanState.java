package cn.sanming.migrant.supervision.plan;

/// The states of a plan, as in `lifecycles/ImplementationPlan.yaml`.
enum PlanState {
    DRAFT,
    SUBMITTED,
    APPROVED
}
