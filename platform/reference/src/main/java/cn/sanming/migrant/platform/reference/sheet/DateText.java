package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.Cell;
import cn.sanming.migrant.platform.reference.sheet.cells.SerialDate;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A day in all its usual forms (日期): 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日, 20240301, a date cell, a serial
// number.
final class DateText {

    private static final Pattern PARTED =
            Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})[日号]?([T0-9:.Z+].*)?");
    private static final Pattern CLOSE = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");
    private static final Pattern SERIAL = Pattern.compile("[2-7][0-9]{4}(\\.[0-9]{1,15})?");

    private DateText() {}

    static Optional<LocalDate> read(Cell cell) {
        if (cell.text().length() > 40) {
            return Optional.empty();
        }
        var text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).replaceAll("\\s", "");
        var parted = PARTED.matcher(text);
        if (parted.matches()) {
            return day(parted.group(1), parted.group(2), parted.group(3));
        }
        var close = CLOSE.matcher(text);
        if (close.matches()) {
            return day(close.group(1), close.group(2), close.group(3));
        }
        return SERIAL.matcher(text).matches() ? SerialDate.of(text, false).map(LocalDate::parse) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty(); // there is no such day
        }
    }
}
