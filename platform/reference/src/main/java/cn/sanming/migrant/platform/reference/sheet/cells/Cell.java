package cn.sanming.migrant.platform.reference.sheet.cells;

/// One cell as the file has it (单元格): its text and what the file says the text is.
public record Cell(Kind kind, String text) {

    public static final Cell EMPTY = new Cell(Kind.EMPTY, "");

    /// What a file says a cell is. A date stands in its ISO form.
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /// an error such as `#REF!`
        ERROR,
        /// a formula that no program has calculated yet
        UNCALCULATED,
        /// longer than any cell may be
        TOO_LONG
    }

    /// A text, or an empty cell where nothing stands but blanks.
    public static Cell text(String text) {
        return text.isBlank() ? EMPTY : new Cell(Kind.TEXT, text.strip());
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }
}
