package cn.sanming.migrant.platform.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;

/// What a number or a day from outside may be before anybody calculates with it: `1e5000000` is short to write and
// takes
/// a minute to round, and the year 999999999 has no next month.
public final class Bounds {

    private static final int INTEGER_DIGITS = 15;
    private static final int SCALE = 100;
    private static final int PRECISION = 120;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Bounds() {}

    /// Asks for sizes only, which costs nothing however large the number is.
    public static boolean hold(BigDecimal number) {
        return Math.abs((long) number.scale()) <= SCALE
                && number.precision() <= PRECISION
                && (long) number.precision() - number.scale() <= INTEGER_DIGITS;
    }

    /// Whether a value of any kind is one to calculate with; kinds without bounds always are.
    public static boolean hold(Object value) {
        return switch (value) {
            case BigDecimal number -> hold(number);
            case Double number -> Double.isFinite(number) && Math.abs(number) < 1e15;
            case LocalDate day -> year(day.getYear());
            case YearMonth month -> year(month.getYear());
            case Year year -> year(year.getValue());
            case LocalDateTime time -> year(time.getYear());
            case OffsetDateTime time -> year(time.getYear());
            case ZonedDateTime time -> year(time.getYear());
            case Instant time ->
                time.isAfter(Instant.parse("1900-01-01T00:00:00Z"))
                        && time.isBefore(Instant.parse("2200-12-31T00:00:00Z"));
            default -> true;
        };
    }

    private static boolean year(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
