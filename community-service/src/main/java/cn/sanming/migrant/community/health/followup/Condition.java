package cn.sanming.migrant.community.health.followup;

/// The chronic conditions that are followed up (高血压、2 型糖尿病).
enum Condition {
    HYPERTENSION,
    DIABETES_2
}
