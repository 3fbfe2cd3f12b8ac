package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.platform.reference.sheet.xlsx.XlsxBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a file of rows by a form (读取表格): one row of data after the other, and at the end how it was understood.
public final class SheetReader {

    private static final int MOST_NOTES = 50;

    private final SheetForm form;
    private final SheetBudget budget;
    private final CellReader cells;

    /// @param today for what may not lie in the future
    public SheetReader(SheetForm form, SheetBudget budget, LocalDate today) {
        this.form = form;
        this.budget = budget;
        this.cells = new CellReader(today);
    }

    /// @param sheet   name of the sheet to read where the file has several
    /// @param visitor gets every row of data and says whether to go on
    /// @throws UnreadableSheet where the file is none, costs too much or shows no header
    public SheetReport read(byte[] file, @Nullable String sheet, Predicate<SheetRecord> visitor) {
        if (file.length > budget.bytes()) {
            throw UnreadableSheet.over("FILE_TOO_LARGE", budget.bytes());
        }
        return FileKind.of(file) == FileKind.JSON ? records(file, visitor) : rows(file, sheet, visitor);
    }

    private SheetReport rows(byte[] file, @Nullable String sheet, Predicate<SheetRecord> visitor) {
        var book = Workbooks.open(file, budget);
        var found = new HeaderSearch(form, book).find(sheet);
        var header = found.header();
        header.refuseTwice();
        boolean separated = !(book instanceof XlsxBook);
        var kinds = new RowKinds(header);
        var totals = new Totals(form, header);
        var skipped = new ArrayList<SheetReport.Skipped>();
        var notices = new ArrayList<CellFault>();
        int[] rows = {0};
        book.rows(found.tab(), row -> {
            if (row.number() <= header.row()) {
                return true;
            }
            var kind = kinds.of(row);
            if (kind == RowKind.DATA) {
                count(++rows[0]);
                var record = record(row, header, separated);
                totals.add(record);
                return visitor.test(record);
            }
            if (kind == RowKind.TOTAL || kind == RowKind.SUBTOTAL) {
                notices.addAll(totals.compare(row));
            }
            if (kind != RowKind.EMPTY && skipped.size() < MOST_NOTES) {
                skipped.add(new SheetReport.Skipped(row.number(), kind));
            }
            return true;
        });
        return new SheetReport(
                book.tabs().get(found.tab()),
                header.row(),
                header.columns(),
                header.ignored(),
                skipped,
                notices.stream().limit(MOST_NOTES).toList(),
                rows[0]);
    }

    private void count(int rows) {
        if (rows > form.rows()) {
            throw UnreadableSheet.over("TOO_MANY_ROWS", form.rows());
        }
    }

    private SheetRecord record(RawRow row, Header header, boolean separated) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, SheetRecord.Place> places = new LinkedHashMap<>();
        var faults = new ArrayList<CellFault>();
        for (var column : form.columns()) {
            var at = header.at(column);
            if (!at.isEmpty()) {
                places.put(
                        column.key(),
                        new SheetRecord.Place(
                                header.heading(at.getFirst()), RawRow.address(row.number(), at.getFirst())));
            }
            String value = null;
            for (int place : at) {
                var read = cells.read(column, row.cell(place));
                if (read.code() != null) {
                    faults.add(new CellFault(
                            column.key(),
                            header.heading(place),
                            RawRow.address(row.number(), place),
                            read.code(),
                            read.required(),
                            read.found()));
                } else if (read.value() != null) {
                    value = value == null ? read.value() : sum(value, read.value());
                }
            }
            if (value != null) {
                values.put(column.key(), value);
            }
        }
        if (separated && row.cells().size() > header.width()) {
            faults.add(new CellFault(
                    "",
                    null,
                    RawRow.address(row.number(), header.width()),
                    "EXTRA_CELLS",
                    String.valueOf(header.width()),
                    String.valueOf(row.cells().size())));
        }
        return required(new SheetRecord(row.number(), values, faults, places));
    }

    private static String sum(String one, String other) {
        return new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
    }

    /// Adds what must be there and is not; where a cell is wrong already, that says it.
    private SheetRecord required(SheetRecord record) {
        for (var column : form.columns()) {
            if (column.required()
                    && record.value(column.key()) == null
                    && (column.instead() == null || record.value(column.instead()) == null)
                    && record.faults().stream()
                            .noneMatch(fault -> fault.column().equals(column.key()))) {
                record.fault(column.key(), "REQUIRED", null, null);
            }
        }
        return record;
    }

    private SheetReport records(byte[] file, Predicate<SheetRecord> visitor) {
        int[] rows = {0};
        boolean[] more = {true};
        JsonRecords.read(file, fields -> {
            if (more[0]) {
                count(++rows[0]);
                more[0] = visitor.test(fields == null ? broken(rows[0]) : record(rows[0], fields));
            }
        });
        return SheetReport.ofRecords(rows[0]);
    }

    private static SheetRecord broken(int row) {
        var record = new SheetRecord(row, Map.of(), List.of(), Map.of());
        record.fault("", "MALFORMED_JSON", null, null);
        return record;
    }

    private SheetRecord record(int row, Map<String, Cell> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        var faults = new ArrayList<CellFault>();
        fields.forEach((name, cell) -> {
            var match = form.match(name);
            if (match == null) {
                if (!form.ignores(name)) {
                    faults.add(new CellFault(name, name, null, "UNKNOWN_FIELD", null, null));
                }
                return;
            }
            var column = match.column();
            var read = cells.read(column, cell);
            if (read.code() != null) {
                faults.add(new CellFault(column.key(), name, null, read.code(), read.required(), read.found()));
            } else if (read.value() != null) {
                values.merge(column.key(), read.value(), column.sum() ? SheetReader::sum : (_, last) -> last);
            }
        });
        return required(new SheetRecord(row, values, faults, Map.of()));
    }
}
