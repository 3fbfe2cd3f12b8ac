package cn.sanming.migrant.community.course;

/// How a course is taught: 线上“微课堂” without limit, 线下“公益学堂” with places.
enum Mode {
    ONLINE,
    OFFLINE
}
