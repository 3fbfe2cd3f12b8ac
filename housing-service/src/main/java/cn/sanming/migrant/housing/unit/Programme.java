package cn.sanming.migrant.housing.unit;

/// What is asked for: a public rental flat (公租房) or a price-limited home (限价房).
public enum Programme {
    PUBLIC_RENTAL,
    PRICE_LIMITED
}
