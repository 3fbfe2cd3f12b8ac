package cn.sanming.migrant.platform.reference.sheet;

/// What a row below the header is (行类型).
public enum RowKind {
    DATA,
    EMPTY,
    TOTAL,
    SUBTOTAL,
    SIGNATURE,
    NOTE,
    HEADER_AGAIN
}
