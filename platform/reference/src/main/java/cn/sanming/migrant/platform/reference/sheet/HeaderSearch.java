package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.platform.reference.sheet.cells.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for the sheet and the rows that hold the header: below titles, above data, on any sheet that can be seen.
final class HeaderSearch {

    private static final int NON_EMPTY = 40;
    private static final int ALL = 300;
    private static final int DEEPEST = 3;
    private static final Pattern SAMPLE = Pattern.compile("(填写|填表|模板|使用)?(示例|样例|样表|范例|说明|须知)|example|sample|readme");

    private final SheetForm form;
    private final Workbook book;

    /// @param after whether a row of data follows
    record Found(int tab, Header header, boolean after) {}

    HeaderSearch(SheetForm form, Workbook book) {
        this.form = form;
        this.book = book;
    }

    /// @param wanted name of the sheet where somebody has said it
    Found find(@Nullable String wanted) {
        var complete = new ArrayList<Found>();
        Header nearest = null;
        boolean nothing = true;
        for (int tab = 0; tab < book.tabs().size(); tab++) {
            if (wanted != null && !wanted.equals(book.tabs().get(tab))) {
                continue;
            }
            var rows = top(tab);
            nothing &= rows.isEmpty();
            var best = best(rows);
            if (best != null && best.missing().isEmpty()) {
                int last = best.row();
                complete.add(new Found(tab, best, rows.stream().anyMatch(row -> row.number() > last)));
            } else if (best != null && (nearest == null || best.recognised() > nearest.recognised())) {
                nearest = best;
            }
        }
        if (complete.isEmpty()) {
            throw nothing && wanted == null ? UnreadableSheet.of("EMPTY_SHEET") : refusal(nearest);
        }
        return theOne(complete);
    }

    /// What stands on a sheet of examples is nobody's data, as long as there is another sheet.
    private Found theOne(List<Found> complete) {
        var own = complete.stream()
                .filter(one -> !SAMPLE.matcher(Headings.plain(book.tabs().get(one.tab())))
                        .find())
                .toList();
        var real = own.stream().filter(Found::after).toList();
        if (real.size() > 1) {
            throw UnreadableSheet.of(
                    "SEVERAL_SHEETS",
                    "?sheet=",
                    String.join(
                            "、",
                            real.stream().map(one -> book.tabs().get(one.tab())).toList()));
        }
        return !real.isEmpty() ? real.getFirst() : !own.isEmpty() ? own.getFirst() : complete.getFirst();
    }

    private UnreadableSheet refusal(@Nullable Header nearest) {
        if (nearest != null && nearest.recognised() >= 2) {
            return UnreadableSheet.of(
                    "HEADER_INCOMPLETE",
                    String.join("、", nearest.missing()),
                    String.join(
                            "、",
                            nearest.columns().stream()
                                    .map(one -> String.join("+", one.headings()))
                                    .toList()));
        }
        var required = form.columns().stream()
                .filter(Column::required)
                .map(Column::title)
                .toList();
        return UnreadableSheet.of("HEADER_NOT_FOUND", String.join("、", required), "");
    }

    private List<RawRow> top(int tab) {
        var rows = new ArrayList<RawRow>();
        int[] seen = {0};
        book.rows(tab, row -> {
            if (!row.isEmpty()) {
                rows.add(row);
            }
            return rows.size() < NON_EMPTY && ++seen[0] < ALL;
        });
        return rows;
    }

    private @Nullable Header best(List<RawRow> rows) {
        Header nearest = null;
        for (int top = 0; top < rows.size(); top++) {
            var alone = Header.of(form, List.of(rows.get(top)));
            Header best = alone;
            for (int depth = 2; depth <= DEEPEST && top + depth <= rows.size(); depth++) {
                var lowest = rows.get(top + depth - 1);
                if (!isHeading(lowest) || alone.recognised() == 0) {
                    break;
                }
                var deeper = Header.of(form, rows.subList(top, top + depth));
                if (deeper.recognised() > best.recognised()
                        || deeper.recognised() == best.recognised()
                                && Header.of(form, List.of(lowest)).recognised() > 0
                                && !alone.repeats(lowest)) {
                    best = deeper;
                }
            }
            if (best.recognised() > 0 && best.missing().isEmpty()) {
                return best;
            }
            if (best.recognised() > 0 && (nearest == null || best.recognised() > nearest.recognised())) {
                nearest = best;
            }
        }
        return nearest;
    }

    /// Words only: a row with a number, a date or a long row of digits is data already.
    private static boolean isHeading(RawRow row) {
        return row.cells().stream()
                .allMatch(cell -> cell.isEmpty()
                        || cell.kind() == Cell.Kind.TEXT
                                && cell.text()
                                                .chars()
                                                .filter(Character::isDigit)
                                                .count()
                                        < 5
                                && !cell.text().matches("[-+]?[0-9.,]+"));
    }
}
