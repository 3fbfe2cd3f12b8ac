package cn.sanming.migrant.legalaid.duty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Days with a lawyer on duty, written as a list of days or as `every day except 2024-06-10, …`.
///
/// @param everyDay whether the days are exceptions from every day, or the days themselves
public record DutyDays(boolean everyDay, Set<LocalDate> days) {

    private static final String EVERY_DAY = "every day";
    private static final String EXCEPT = "every day except ";
    private static final String FORM = "days on duty are a list of days or 'every day except YYYY-MM-DD, ...'";

    public static DutyDays of(Set<LocalDate> days) {
        return new DutyDays(false, days);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DutyDays fromJson(Object json) {
        if (json instanceof List<?> days) {
            return of(read(days.stream().map(String::valueOf)));
        }
        var text = String.valueOf(json).strip().replaceAll("\\s+", " ");
        if (text.equals(EVERY_DAY)) {
            return new DutyDays(true, Set.of());
        }
        if (!text.startsWith(EXCEPT)) {
            throw new IllegalArgumentException(FORM);
        }
        var missing = text.substring(EXCEPT.length()).replace(" and ", ",").split(",");
        return new DutyDays(true, read(Stream.of(missing)));
    }

    private static Set<LocalDate> read(Stream<String> written) {
        try {
            return written.map(String::strip)
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(FORM, e);
        }
    }

    @JsonValue
    Object toJson() {
        if (!everyDay) {
            return days;
        }
        return days.isEmpty()
                ? EVERY_DAY
                : EXCEPT + days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    /// The days of a month that nobody covers.
    List<LocalDate> gaps(YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .filter(day -> everyDay == days.contains(day))
                .toList();
    }
}
