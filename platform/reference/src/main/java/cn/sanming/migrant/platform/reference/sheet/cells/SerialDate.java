package cn.sanming.migrant.platform.reference.sheet.cells;

import java.time.LocalDate;
import java.util.Optional;

/// Days counted from 1900 or 1904, as spreadsheet programs store dates (日期序列号).
public final class SerialDate {

    private static final LocalDate OF_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate OF_1904 = LocalDate.of(1904, 1, 1);

    private SerialDate() {}

    /// @return the day in ISO form, the time of day left out
    public static Optional<String> of(String number, boolean from1904) {
        if (!number.matches("[0-9]{1,7}(\\.[0-9]{1,20})?")) {
            return Optional.empty();
        }
        var day = Long.parseLong(number.split("\\.", 2)[0]);
        return Optional.of((from1904 ? OF_1904 : OF_1900).plusDays(day).toString());
    }
}
