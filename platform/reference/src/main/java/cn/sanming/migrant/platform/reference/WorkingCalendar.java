package cn.sanming.migrant.platform.reference;

import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Which days are working days (工作日) in China, and the deadlines counted by them (Civil Code art. 201 and 203). The
/// first day is never counted; a year without data raises [CalendarMissing].
public final class WorkingCalendar {

    private final NavigableMap<Integer, CalendarYear> years;
    private final Map<Integer, BitSet> workingDays;

    /// A calendar of the given years; where a year is given twice, the later one counts.
    public WorkingCalendar(Collection<CalendarYear> years) {
        var byYear = new TreeMap<Integer, CalendarYear>();
        var workingDays = new HashMap<Integer, BitSet>();
        for (var year : years) {
            byYear.put(year.year(), year);
            workingDays.put(year.year(), workingDaysOf(year));
        }
        this.years = Collections.unmodifiableNavigableMap(byYear);
        this.workingDays = Map.copyOf(workingDays);
    }

    /// The years this release was published with.
    public static WorkingCalendar china() {
        return China.CALENDAR;
    }

    /// Reads files of the form of `reference/calendar.yaml`.
    public static WorkingCalendar load(InputStream... yaml) {
        var years = new ArrayList<CalendarYear>();
        for (var file : yaml) {
            years.addAll(Yaml.read(file, File.class).years());
        }
        return new WorkingCalendar(years);
    }

    /// This calendar and a further one, whose years replace equal years of this one.
    public WorkingCalendar plus(WorkingCalendar later) {
        var both = new ArrayList<>(years.values());
        both.addAll(later.years.values());
        return new WorkingCalendar(both);
    }

    public SortedSet<Integer> years() {
        return years.navigableKeySet();
    }

    /// The notice of one year with its citation.
    public CalendarYear year(int year) {
        var found = years.get(year);
        if (found == null) {
            throw new CalendarMissing(year);
        }
        return found;
    }

    public boolean isWorkingDay(LocalDate day) {
        var working = workingDays.get(day.getYear());
        if (working == null) {
            throw new CalendarMissing(day.getYear());
        }
        return working.get(day.getDayOfYear());
    }

    public boolean isRestDay(LocalDate day) {
        return !isWorkingDay(day);
    }

    /// The n-th working day after a day, which itself is never counted.
    public LocalDate workingDaysAfter(LocalDate from, int workingDays) {
        requireNotNegative(workingDays);
        var day = from;
        for (int counted = 0; counted < workingDays; counted++) {
            day = rolled(day.plusDays(1));
        }
        return day;
    }

    /// A deadline in calendar days, rolled to the next working day. For procedure only, never for eligibility.
    public LocalDate calendarDaysAfter(LocalDate from, int days) {
        requireNotNegative(days);
        return rolled(from.plusDays(days));
    }

    /// The day itself if it is a working day, else the next one.
    public LocalDate rolled(LocalDate day) {
        while (isRestDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /// The day itself if it is a working day, else the last one before: the pay day (支付条例 art. 13).
    public LocalDate previousWorkingDay(LocalDate day) {
        while (isRestDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /// How many working days lie after `from`, up to and including `to`; none if `to` is not later.
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    private static BitSet workingDaysOf(CalendarYear year) {
        var working = new BitSet(367);
        var first = LocalDate.of(year.year(), 1, 1);
        for (var day = first; day.getYear() == year.year(); day = day.plusDays(1)) {
            working.set(day.getDayOfYear(), day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        }
        year.off().forEach(day -> working.clear(day.getDayOfYear()));
        year.work().forEach(day -> working.set(day.getDayOfYear()));
        return working;
    }

    private static void requireNotNegative(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a deadline lies " + days + " days ahead");
        }
    }

    record File(List<CalendarYear> years) {}

    private static final class China {
        static final WorkingCalendar CALENDAR =
                new WorkingCalendar(Yaml.resource("calendar.yaml", File.class).years());
    }
}
