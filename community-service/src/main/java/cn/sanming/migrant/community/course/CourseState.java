package cn.sanming.migrant.community.course;

/// The states of machine Course.
enum CourseState {
    PLANNED,
    OPEN,
    COMPLETED,
    CANCELLED
}
