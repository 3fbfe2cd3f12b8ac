package cn.sanming.migrant.wage.notice;

/// Which violations are published (应当公布的情形), Order 29 art. 5.
enum NoticeGround {
    LARGE_ARREARS,
    REFERRED_CRIME,
    SOCIAL_INSURANCE,
    WORKING_TIME,
    WOMEN_AND_MINORS,
    CHILD_LABOUR,
    SEVERE_IMPACT,
    OTHER_SERIOUS
}
