package cn.sanming.migrant.wage.site;

/// The industry whose authority (行业主管部门) answers for a project.
public enum Industry {
    HOUSING,
    TRANSPORT,
    WATER,
    OTHER
}
