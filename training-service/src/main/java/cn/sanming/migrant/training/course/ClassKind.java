package cn.sanming.migrant.training.course;

/// What a class trains for (培训类别): before a job, on it, for another one, or for one's own business.
enum ClassKind {
    PRE_JOB,
    ON_JOB,
    TRANSFER,
    ENTREPRENEURSHIP;

    /// Whether completions count for the 5,000 person-times of measure 5.
    boolean counts() {
        return this != ENTREPRENEURSHIP;
    }
}
