package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/// What formulas measure by (尺度): dated figures and the working-day calendar. A deadline in a year without calendar
/// is not guessed: the facts of a subject waits until the calendar is there.
record PolicyFigures(Policy policy, WorkingCalendar calendar) {

    int figure(String id, LocalDate on) {
        return policy.on(on).integer(id);
    }

    List<String> list(String id, LocalDate on) {
        return policy.on(on).list(id);
    }

    LocalDate workingDays(LocalDate from, String id) {
        return calendar.workingDaysAfter(from, figure(id, from));
    }

    LocalDate calendarDays(LocalDate from, String id) {
        return calendar.calendarDaysAfter(from, figure(id, from));
    }

    /// Whether a day is in time; the calendar is only asked where the last day may be put off to a working day.
    boolean withinCalendarDays(LocalDate day, LocalDate from, String id) {
        return !day.isAfter(from.plusDays(figure(id, from))) || !day.isAfter(calendarDays(from, id));
    }

    /// Whether a day lies in a season of the year such as `05-01..09-30`, both days included.
    boolean inSeason(LocalDate day, String id) {
        var ends = policy.on(day).text(id).split("\\.\\.");
        var monthDay = MonthDay.from(day);
        return !monthDay.isBefore(MonthDay.parse("--" + ends[0])) && !monthDay.isAfter(MonthDay.parse("--" + ends[1]));
    }
}
