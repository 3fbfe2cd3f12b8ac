package cn.sanming.migrant.platform.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// The statutory retirement date (法定退休年龄) under the gradual delay in force since 2025-01-01 (decision of the NPC
/// Standing Committee of 2024-09-13), and the working age between 16 and that date.
public final class Retirement {

    /// Base age, the first birth month that is delayed, and by how much: one month per started `step`, up to `max`.
    public enum Category {
        MALE(60, YearMonth.of(1965, 1), 4, 36),
        FEMALE_55(55, YearMonth.of(1970, 1), 4, 36),
        FEMALE_50(50, YearMonth.of(1975, 1), 2, 60);

        private final int base;
        private final YearMonth first;
        private final int step;
        private final int max;

        Category(int base, YearMonth first, int step, int max) {
            this.base = base;
            this.first = first;
            this.step = step;
            this.max = max;
        }

        private int delay(LocalDate birth) {
            int months = (int) first.until(YearMonth.from(birth), ChronoUnit.MONTHS);
            return months < 0 ? 0 : Math.min(max, months / step + 1);
        }
    }

    private static final int WORKING_AGE = 16;

    private Retirement() {}

    public static LocalDate date(LocalDate birth, Category category) {
        return Dates.addMonths(birth, 12 * category.base + category.delay(birth));
    }

    /// From the 16th birthday (Labour Law art. 15) to the day before retirement.
    public static boolean workingAge(LocalDate birth, Category category, LocalDate on) {
        return Dates.age(birth, on) >= WORKING_AGE && date(birth, category).isAfter(on);
    }
}
