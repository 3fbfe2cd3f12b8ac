package cn.sanming.migrant.job.vacancy;

/// The states of a vacancy (岗位状态), as its life cycle names them.
enum VacancyState {
    DRAFT,
    SUBMITTED,
    PUBLISHED,
    REJECTED,
    SUSPENDED,
    HIDDEN,
    FILLED,
    EXPIRED,
    WITHDRAWN
}
