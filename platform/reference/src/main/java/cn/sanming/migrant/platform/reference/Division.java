package cn.sanming.migrant.platform.reference;

/// A county-level division (县级行政区, GB/T 2260) and its class in the minimum-wage table of Fujian.
public record Division(String code, String name, String english, String kind, String minimumWageClass) {}
