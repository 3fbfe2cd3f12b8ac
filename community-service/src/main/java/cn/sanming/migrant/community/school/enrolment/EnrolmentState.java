package cn.sanming.migrant.community.school.enrolment;

/// Where an enrolment stands, as in the life cycle `SchoolEnrolment`.
enum EnrolmentState {
    SUBMITTED,
    RETURNED,
    VERIFIED,
    REJECTED,
    SCORED,
    PUBLICISED,
    ADMITTED,
    COORDINATED,
    ENROLLED,
    DECLINED,
    WITHDRAWN
}
