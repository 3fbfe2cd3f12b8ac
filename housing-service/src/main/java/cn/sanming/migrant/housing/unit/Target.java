package cn.sanming.migrant.housing.unit;

/// Whom a unit is kept for (定向房源); nobody else gets it.
public enum Target {
    TALENT,
    MIGRANT,
    PUBLIC_SERVICE
}
