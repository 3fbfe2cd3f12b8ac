package cn.sanming.migrant.supervision.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;

/// A reporting period (报告期), such as `2024-05`, `2024Q3` or `2024`; both days are included.
public record Period(Kind kind, String label, LocalDate from, LocalDate to) {

    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /// A school year is judged on 1 September and takes in what was asked for since the one before.
    public enum Kind {
        MONTH("YYYY-MM"),
        QUARTER("YYYYQn"),
        YEAR("YYYY"),
        SCHOOL_YEAR("YYYY"),
        ISO_YEAR("YYYY");

        private final String form;

        Kind(String form) {
            this.form = form;
        }

        public String form() {
            return form;
        }
    }

    /// Reads a label as a period of this kind, if it is one.
    public static Optional<Period> parse(Kind kind, String label) {
        try {
            return switch (kind) {
                case MONTH -> Optional.of(month(YearMonth.parse(label)));
                case QUARTER -> {
                    var parts = QUARTER.matcher(label);
                    yield parts.matches()
                            ? Optional.of(quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                            : Optional.empty();
                }
                case YEAR, SCHOOL_YEAR, ISO_YEAR ->
                    YEAR.matcher(label).matches() ? Optional.of(year(kind, Integer.parseInt(label))) : Optional.empty();
            };
        } catch (DateTimeException notSuchAPeriod) {
            return Optional.empty();
        }
    }

    public static Period containing(Kind kind, LocalDate day) {
        return switch (kind) {
            case MONTH -> month(YearMonth.from(day));
            case QUARTER -> quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> year(kind, day.getYear());
            case SCHOOL_YEAR -> year(kind, day.plusMonths(4).minusDays(1).getYear());
            case ISO_YEAR -> year(kind, day.get(IsoFields.WEEK_BASED_YEAR));
        };
    }

    private static Period month(YearMonth month) {
        return new Period(Kind.MONTH, month.toString(), month.atDay(1), month.atEndOfMonth());
    }

    private static Period quarter(int year, int quarter) {
        var first = LocalDate.of(year, 3 * quarter - 2, 1);
        return new Period(
                Kind.QUARTER, year + "Q" + quarter, first, first.plusMonths(3).minusDays(1));
    }

    private static Period year(Kind kind, int year) {
        var label = "%04d".formatted(year);
        return switch (kind) {
            case SCHOOL_YEAR -> new Period(kind, label, LocalDate.of(year - 1, 9, 2), LocalDate.of(year, 9, 1));
            case ISO_YEAR ->
                new Period(kind, label, firstMonday(year), firstMonday(year + 1).minusDays(1));
            case YEAR, MONTH, QUARTER ->
                new Period(Kind.YEAR, label, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        };
    }

    /// 4 January always lies in the first week of its ISO year.
    private static LocalDate firstMonday(int isoYear) {
        var inWeekOne = LocalDate.of(isoYear, 1, 4);
        return inWeekOne.minusDays(inWeekOne.getDayOfWeek().getValue() - 1L);
    }

    public Period next() {
        return containing(kind, to.plusDays(1));
    }

    public Period previous() {
        return containing(kind, from.minusDays(1));
    }

    /// 52 or 53 for an ISO year.
    public int weeks() {
        return (int) ((to.toEpochDay() - from.toEpochDay() + 1) / 7);
    }

    /// The day on which things open at the end of the period are counted: today, as long as the period is running.
    public LocalDate closing(LocalDate today) {
        return today.isBefore(from) || today.isAfter(to) ? to : today;
    }
}
