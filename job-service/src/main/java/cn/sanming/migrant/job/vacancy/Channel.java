package cn.sanming.migrant.job.vacancy;

/// Where a vacancy is made known (发布渠道).
enum Channel {
    WECHAT,
    VENUE,
    WEB,
    SMS
}
