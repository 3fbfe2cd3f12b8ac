package cn.sanming.migrant.community.school.enrolment;

/// How a place is sought: near home (就近入学) or by points (积分入学).
public enum Channel {
    CATCHMENT,
    POINTS
}
