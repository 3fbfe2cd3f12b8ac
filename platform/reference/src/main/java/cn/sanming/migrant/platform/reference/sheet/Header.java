package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The header of a sheet (表头), of one row or of several under each other: which column means what.
final class Header {

    private final SheetForm form;
    private final int row;
    private final List<String> headings;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    private final List<String> twice = new ArrayList<>();

    private Header(SheetForm form, int row, List<String> headings) {
        this.form = form;
        this.row = row;
        this.headings = headings;
    }

    /// @param rows of the header, the upper one first
    static Header of(SheetForm form, List<RawRow> rows) {
        int width = rows.stream().mapToInt(one -> one.cells().size()).max().orElse(0);
        var headings = new ArrayList<String>();
        Map<String, Map<Integer, SheetForm.Match>> found = new LinkedHashMap<>();
        for (int column = 0; column < width; column++) {
            var texts = texts(rows, column);
            headings.add(String.join("", texts));
            var match = match(form, texts);
            if (match != null) {
                found.computeIfAbsent(match.column().key(), _ -> new LinkedHashMap<>())
                        .put(column, match);
            }
        }
        var header = new Header(form, rows.getLast().number(), headings);
        found.forEach(header::place);
        return header;
    }

    /// What stands over one column: a group over several columns stands in its first one only.
    private static List<String> texts(List<RawRow> rows, int column) {
        var texts = new ArrayList<String>();
        boolean below = false;
        for (int i = rows.size() - 1; i >= 0; i--) {
            int at = column;
            while (below && at > 0 && rows.get(i).cell(at).isEmpty()) {
                at--;
            }
            var text = rows.get(i).cell(at).text();
            if (!text.isEmpty()) {
                texts.addFirst(text);
                below = true;
            }
        }
        return texts;
    }

    private static SheetForm.@Nullable Match match(SheetForm form, List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        var own = form.match(texts.getLast());
        if (own != null || texts.size() == 1) {
            return own;
        }
        var whole = form.match(String.join("", texts));
        if (whole != null) {
            return whole;
        }
        var group = form.match(texts.getFirst());
        return group != null && group.column().sum() && !form.ignores(texts.getLast()) ? group : null;
    }

    private void place(String key, Map<Integer, SheetForm.Match> found) {
        var totals = found.entrySet().stream()
                .filter(entry -> entry.getValue().total())
                .toList();
        if (!totals.isEmpty()) {
            places.put(key, List.of(totals.getFirst().getKey()));
        } else if (form.column(key).sum()) {
            places.put(key, List.copyOf(found.keySet()));
        } else {
            int surest = found.values().stream()
                    .mapToInt(SheetForm.Match::rank)
                    .min()
                    .orElseThrow();
            var best = found.entrySet().stream()
                    .filter(entry -> entry.getValue().rank() == surest)
                    .map(Map.Entry::getKey)
                    .toList();
            if (best.size() > 1) {
                twice.add(headings.get(best.getFirst()));
            }
            places.put(key, List.of(best.getFirst()));
        }
    }

    int recognised() {
        return places.size();
    }

    int row() {
        return row;
    }

    /// The columns that must be there and are not, by what they are usually called.
    List<String> missing() {
        return form.columns().stream()
                .filter(column -> column.required()
                        && !places.containsKey(column.key())
                        && (column.instead() == null || !places.containsKey(column.instead())))
                .map(Column::title)
                .toList();
    }

    void refuseTwice() {
        if (!twice.isEmpty()) {
            throw UnreadableSheet.of("COLUMN_TWICE", null, String.join("、", twice));
        }
    }

    List<SheetReport.Recognised> columns() {
        return places.entrySet().stream()
                .map(entry -> new SheetReport.Recognised(
                        entry.getKey(),
                        entry.getValue().stream().map(headings::get).toList()))
                .toList();
    }

    List<String> ignored() {
        var ignored = new ArrayList<String>();
        for (int i = 0; i < headings.size(); i++) {
            if (!headings.get(i).isEmpty() && !isRead(i)) {
                ignored.add(headings.get(i));
            }
        }
        return ignored;
    }

    private boolean isRead(int column) {
        return places.values().stream().anyMatch(at -> at.contains(column));
    }

    List<Integer> at(Column column) {
        return places.getOrDefault(column.key(), List.of());
    }

    String heading(int column) {
        return column < headings.size() ? headings.get(column) : "";
    }

    int width() {
        return headings.size();
    }

    /// A page break may repeat the header.
    boolean repeats(RawRow other) {
        int same = 0;
        for (var at : places.values()) {
            if (Objects.equals(
                    Headings.plain(heading(at.getFirst())),
                    Headings.plain(other.cell(at.getFirst()).text()))) {
                same++;
            }
        }
        return same >= 2 && same * 2 > places.size();
    }

    /// Whether a row says who or what it is about: a value of some length stands in an identifying column.
    boolean identifies(RawRow row) {
        return form.columns().stream()
                .filter(column -> column.kind() == Column.Kind.IDENTITY
                        || column.kind() == Column.Kind.CREDIT_CODE
                        || column.kind() == Column.Kind.CARD)
                .flatMap(column -> at(column).stream())
                .map(row::cell)
                .anyMatch(cell -> cell.text().chars().filter(Character::isDigit).count() >= 5);
    }

    boolean isNumbering(int column) {
        return !isRead(column) && (heading(column).isEmpty() || form.ignores(heading(column)));
    }

    /// A single text that stands where nothing is read, or where no text belongs.
    boolean isLoose(int column, Cell cell) {
        return !isRead(column)
                || cell.kind() == Cell.Kind.TEXT
                        && form.columns().stream()
                                .filter(one -> at(one).contains(column))
                                .anyMatch(one -> one.kind().adds());
    }
}
