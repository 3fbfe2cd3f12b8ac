package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The sheet as it was sent, with one column more (结果): what became of each row.
public final class ResultSheet {

    private static final int TOGETHER = 500;

    private ResultSheet() {}

    /// @param headerRow where the heading of the new column stands
    /// @param result    what became of a row; nothing for rows that are no data
    public static void write(
            byte[] file,
            String tab,
            int headerRow,
            String heading,
            IntFunction<@Nullable String> result,
            OutputStream out)
            throws IOException {
        try (var book = new Workbook(out, "sanming-migrant", "1.0")) {
            var sheet = book.newWorksheet("CSV".equals(tab) || "JSON".equals(tab) ? "Sheet1" : tab);
            if (FileKind.of(file) == FileKind.JSON) {
                records(file, heading, result, sheet);
            } else {
                rows(file, tab, headerRow, heading, result, sheet);
            }
            sheet.finish();
        }
    }

    private static void rows(
            byte[] file,
            String tab,
            int headerRow,
            String heading,
            IntFunction<@Nullable String> result,
            Worksheet sheet) {
        var read = Workbooks.open(file, SheetBudget.USUAL);
        int at = Math.max(0, read.tabs().indexOf(tab));
        int[] width = {0};
        read.rows(at, row -> {
            width[0] = Math.max(width[0], row.cells().size());
            return row.number() < headerRow;
        });
        int[] waiting = {0};
        read.rows(at, row -> {
            copy(row, sheet);
            var text = row.number() == headerRow ? heading : result.apply(row.number());
            if (text != null) {
                sheet.value(row.number() - 1, Math.max(width[0], row.cells().size()), text);
            }
            if (++waiting[0] % TOGETHER == 0) {
                flush(sheet);
            }
            return true;
        });
    }

    private static void copy(RawRow row, Worksheet sheet) {
        List<Cell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var number = cell.kind() == Cell.Kind.NUMBER
                    ? Numbers.read(cell, List.of()).value()
                    : null;
            if (number != null) {
                sheet.value(row.number() - 1, i, number);
            } else if (!cell.isEmpty()) {
                sheet.value(row.number() - 1, i, cell.text());
            }
        }
    }

    private static void records(byte[] file, String heading, IntFunction<@Nullable String> result, Worksheet sheet) {
        sheet.value(0, 0, "#");
        sheet.value(0, 1, heading);
        int[] row = {0};
        JsonRecords.read(file, _ -> {
            row[0]++;
            sheet.value(row[0], 0, row[0]);
            var text = result.apply(row[0]);
            if (text != null) {
                sheet.value(row[0], 1, text);
            }
            if (row[0] % TOGETHER == 0) {
                flush(sheet);
            }
        });
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
