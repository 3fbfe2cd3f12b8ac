package cn.sanming.migrant.housing.unit;

/// A bed in a dormitory (宿舍型) or a small flat of its own (单元型小户型); measure 9.
public enum UnitKind {
    DORMITORY,
    UNIT
}
