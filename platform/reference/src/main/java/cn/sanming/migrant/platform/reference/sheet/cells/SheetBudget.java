package cn.sanming.migrant.platform.reference.sheet.cells;

import java.time.Duration;

/// How much one file may cost (读取限额). Every limit is asked before the memory or the time is spent.
///
/// @param bytes        the file as it was sent
/// @param unpacked     all parts of a packed file together
/// @param entries      parts of a packed file
/// @param tabs         sheets of a workbook
/// @param rows         rows of one sheet, empty ones included
/// @param columns      the last column that may hold anything
/// @param cells        cells of one sheet, empty ones included
/// @param cellLength   characters of one cell
/// @param stringLength characters of all shared strings together
/// @param time         for one walk through one sheet
public record SheetBudget(
        int bytes,
        long unpacked,
        int entries,
        int tabs,
        int rows,
        int columns,
        int cells,
        int cellLength,
        int stringLength,
        Duration time) {

    public static final SheetBudget USUAL = new SheetBudget(
            20 << 20, 64L << 20, 512, 64, 100_000, 256, 1_500_000, 2_000, 8_000_000, Duration.ofSeconds(20));
}
