package cn.sanming.migrant.platform.reference.sheet.cells;

import org.jspecify.annotations.Nullable;

/// Why a file cannot be read at all; its text says what the file is and what to do. It never quotes a cell.
public final class UnreadableSheet extends RuntimeException {

    private final String code;
    private final @Nullable String required;
    private final @Nullable String found;
    private final boolean tooLarge;

    private UnreadableSheet(String code, @Nullable String required, @Nullable String found, boolean tooLarge) {
        super(code, null, false, false);
        this.code = code;
        this.required = required;
        this.found = found;
        this.tooLarge = tooLarge;
    }

    public static UnreadableSheet of(String code) {
        return new UnreadableSheet(code, null, null, false);
    }

    public static UnreadableSheet of(String code, @Nullable String required, @Nullable String found) {
        return new UnreadableSheet(code, required, found, false);
    }

    /// A budget is used up.
    public static UnreadableSheet over(String code, long limit) {
        return new UnreadableSheet(code, Long.toString(limit), "more than " + limit, true);
    }

    public String code() {
        return code;
    }

    public @Nullable String required() {
        return required;
    }

    public @Nullable String found() {
        return found;
    }

    public boolean tooLarge() {
        return tooLarge;
    }
}
