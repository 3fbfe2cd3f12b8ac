package cn.sanming.migrant.job.fair;

/// What a fair is part of: the Spring Breeze action (春风行动), the private-enterprise week (民营企业招聘周), another fair of
/// the return period, or none of these.
enum FairKind {
    SPRING_BREEZE,
    PRIVATE_ENTERPRISE_WEEK,
    OTHER_RETURN_PERIOD,
    OTHER;

    /// Whether fairs of this kind count for the target of measure 1.
    boolean counts() {
        return this != OTHER;
    }
}
