package cn.sanming.migrant.supervision.catalogue;

/// One concrete promise of a measure, such as `M15.4`: the sentence of the policy and what the software does for it.
public record Promise(String id, String measure, String promise, String software) {}
