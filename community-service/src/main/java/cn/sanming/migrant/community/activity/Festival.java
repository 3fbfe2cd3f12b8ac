package cn.sanming.migrant.community.activity;

/// The festivals the policy names (传统节日): 春节、元宵、清明、端午、中秋.
enum Festival {
    SPRING,
    LANTERN,
    QINGMING,
    DRAGON_BOAT,
    MID_AUTUMN
}
