package cn.sanming.migrant.platform.embedded.storage;

/// What stands in an index, and in an order, for an array without elements. It comes before `null`.
public enum EmptyArray {
    EMPTY_ARRAY
}
