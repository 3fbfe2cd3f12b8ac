package cn.sanming.migrant.platform.reference.sheet.csv;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.Deadline;
import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Separated values by RFC 4180 as people really have them: quotes only where a field begins with one, `="3504…"` for
/// digits that shall stay text, and a quote that is never closed spoils its own line only.
final class CsvRows {

    private static final Pattern AS_TEXT = Pattern.compile("=\"([^\"]*)\"");
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LINES_IN_A_FIELD = 50;

    private final BufferedReader in;
    private final char separator;
    private final SheetBudget budget;
    private final Deadline deadline;
    private int line;
    private boolean afterReturn;

    CsvRows(BufferedReader in, char separator, SheetBudget budget) {
        this.in = in;
        this.separator = separator;
        this.budget = budget;
        this.deadline = new Deadline(budget);
    }

    /// @return nothing at the end of the file
    @Nullable
    RawRow next() throws IOException {
        var text = line();
        if (text == null) {
            return null;
        }
        deadline.row();
        int number = ++line;
        if (number == 1 && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        var record = new StringBuilder(text);
        if (open(text)) {
            in.mark(LONGEST_LINE * 4);
            boolean before = afterReturn;
            int lines = 0;
            while (open(record) && lines < LINES_IN_A_FIELD && record.length() < LONGEST_LINE) {
                var more = line();
                if (more == null) {
                    break;
                }
                lines++;
                record.append('\n').append(more);
            }
            if (open(record)) {
                in.reset();
                afterReturn = before;
                return new RawRow(number, cells(text));
            }
            line += lines;
        }
        return new RawRow(number, cells(record));
    }

    /// One line, never longer than a line may be.
    private @Nullable String line() throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); ; c = in.read()) {
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (c < 0) {
                return text.isEmpty() ? null : text.toString();
            }
            if (c == '\n' || c == '\r') {
                return text.toString();
            }
            if (text.length() == LONGEST_LINE) {
                throw UnreadableSheet.over("CELL_TOO_LONG", LONGEST_LINE);
            }
            text.append((char) c);
        }
    }

    /// Whether a quoted field has not come to its end.
    private boolean open(CharSequence text) {
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"') {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        i++;
                    } else {
                        quoted = false;
                    }
                }
            } else if (c == '"' && begins) {
                quoted = true;
                begins = false;
            } else {
                begins = c == separator || begins && c == ' ';
            }
        }
        return quoted;
    }

    private List<Cell> cells(CharSequence record) {
        var cells = new ArrayList<Cell>();
        var field = new StringBuilder();
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < record.length() && record.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && begins) {
                quoted = true;
                begins = false;
                field.setLength(0);
            } else if (c == separator) {
                add(cells, field);
                begins = true;
            } else {
                field.append(c);
                begins = begins && c == ' ';
            }
        }
        add(cells, field);
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    private void add(List<Cell> cells, StringBuilder field) {
        deadline.cell();
        if (cells.size() >= budget.columns() && !field.toString().isBlank()) {
            throw UnreadableSheet.over("TOO_MANY_COLUMNS", budget.columns());
        }
        if (field.length() > budget.cellLength()) {
            cells.add(new Cell(Cell.Kind.TOO_LONG, ""));
        } else {
            var text = field.toString().strip();
            var asText = AS_TEXT.matcher(text);
            cells.add(Cell.text(asText.matches() ? asText.group(1) : text));
        }
        field.setLength(0);
    }
}
