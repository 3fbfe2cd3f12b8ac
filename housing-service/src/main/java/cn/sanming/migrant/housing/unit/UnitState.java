package cn.sanming.migrant.housing.unit;

/// Where a unit stands (房源状态).
public enum UnitState {
    FREE,
    ALLOCATED,
    LEASED,
    SOLD,
    CLOSED
}
