package cn.sanming.migrant.legalaid.aid;

/// Where a lawyer comes from (援助人员来源): firms, grassroots legal workers, volunteers, the union's lawyers (工会维权律师团队).
enum Pool {
    LAW_FIRM,
    GRASSROOTS,
    VOLUNTEER,
    UNION
}
