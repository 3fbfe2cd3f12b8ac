package cn.sanming.migrant.platform.reference.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a sheet was understood (识别情况).
///
/// @param sheet      name of the sheet that was read
/// @param headerRow  the last row of the header, 0 where there is none
/// @param recognised what each known column is called in the file
/// @param ignored    headings of columns that were not read
/// @param skipped    rows that are no data: totals, signatures, notes
/// @param notices    what does not stop the sheet, but should be looked at
/// @param rows       rows of data
public record SheetReport(
        String sheet,
        int headerRow,
        List<Recognised> recognised,
        List<String> ignored,
        List<Skipped> skipped,
        List<CellFault> notices,
        int rows) {

    /// @param headings several where columns were added up
    public record Recognised(String column, List<String> headings) {}

    public record Skipped(int row, RowKind why) {}

    static SheetReport ofRecords(int rows) {
        return new SheetReport("JSON", 0, List.of(), List.of(), List.of(), List.of(), rows);
    }

    /// The heading of a column in this file, or none.
    public @Nullable String heading(String column) {
        return recognised.stream()
                .filter(one -> one.column().equals(column))
                .map(one -> one.headings().getFirst())
                .findFirst()
                .orElse(null);
    }
}
