package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.platform.reference.sheet.cells.Workbook;
import cn.sanming.migrant.platform.reference.sheet.csv.CsvBook;
import cn.sanming.migrant.platform.reference.sheet.xlsx.XlsxBook;

/// Opens a file of rows by what it is.
public final class Workbooks {

    private Workbooks() {}

    /// @throws UnreadableSheet where it is no workbook, or one that costs more than the budget
    public static Workbook open(byte[] file, SheetBudget budget) {
        if (file.length > budget.bytes()) {
            throw UnreadableSheet.over("FILE_TOO_LARGE", budget.bytes());
        }
        return FileKind.of(file) == FileKind.ZIP ? new XlsxBook(file, budget) : new CsvBook(file, budget);
    }
}
