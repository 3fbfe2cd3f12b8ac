package cn.sanming.migrant.community.activity;

/// What kind of activity it is (活动类别), in the order of the measures that ask for them.
enum Category {
    /// 群众广场文化活动 (M11.2)
    SQUARE,
    /// “夜三明”百姓大舞台 (M11.3)
    NIGHT_SANMING,
    /// the three kinds of 政府购买公共文化服务“三百”工程 (M11.4)
    SANBAI_1,
    SANBAI_2,
    SANBAI_3,
    /// 农民“村晚” (M11.5)
    VILLAGE_GALA,
    /// 传统节日品牌活动 of no other kind (M11.1)
    FESTIVAL,
    /// 慰问演出、送戏下乡、文化帮扶 (M12.2)
    CONSOLATION,
    OPERA_TO_VILLAGES,
    CULTURAL_AID,
    /// “周周有戏看” (M12.3)
    WEEKLY_SHOW,
    /// 文艺汇演、灯谜展猜、趣味运动会 (M13.1)
    UNION_SHOW,
    RIDDLES,
    SPORTS,
    /// 健康教育 (M10.2)
    HEALTH_EDUCATION,
    /// 法治宣传 (M14.6, M18.7)
    LAW_PUBLICITY
}
