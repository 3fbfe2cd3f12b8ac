package cn.sanming.migrant.wage.register;

import cn.sanming.migrant.platform.reference.CalendarMissing;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/// Deadlines that are shown before the calendar of their year is published (节假日安排每年秋季发布): a report must not be
/// refused for that. The day itself stands until then, which is never later than the true deadline.
public final class Deadlines {

    private Deadlines() {}

    public static UnaryOperator<LocalDate> provisional(WorkingCalendar calendar) {
        return day -> {
            try {
                return calendar.rolled(day);
            } catch (CalendarMissing _) {
                return day;
            }
        };
    }
}
