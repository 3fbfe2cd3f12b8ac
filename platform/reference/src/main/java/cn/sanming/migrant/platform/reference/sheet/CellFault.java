package cn.sanming.migrant.platform.reference.sheet;

import org.jspecify.annotations.Nullable;

/// What is wrong with one cell (单元格差错); it never quotes what stands there.
///
/// @param column  key of the column
/// @param heading as it stands in the file
/// @param cell    such as `H5`; none for rows without cells
public record CellFault(
        String column,
        @Nullable String heading,
        @Nullable String cell,
        String code,
        @Nullable String required,
        @Nullable String found) {}
