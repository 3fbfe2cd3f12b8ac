package cn.sanming.migrant.platform.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/// Counting by months and years (期间): the corresponding day, or the last day of a month that lacks it (Civil Code
/// art. 202). The corresponding day itself counts as reached (art. 1259: 满 includes the number itself).
public final class Dates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Dates() {}

    public static LocalDate addMonths(LocalDate from, int months) {
        return from.plusMonths(months);
    }

    public static LocalDate addYears(LocalDate from, int years) {
        return addMonths(from, Math.multiplyExact(12, years));
    }

    public static boolean reached(LocalDate from, int months, LocalDate on) {
        return !addMonths(from, months).isAfter(on);
    }

    /// Whole years of age (周岁). Someone born on 29 February grows older on 28 February of a common year.
    public static int age(LocalDate birth, LocalDate on) {
        int years = on.getYear() - birth.getYear();
        return addYears(birth, years).isAfter(on) ? years - 1 : years;
    }

    public static LocalDate lastDayOf(YearMonth month) {
        return month.atEndOfMonth();
    }
}
