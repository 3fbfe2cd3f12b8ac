package cn.sanming.migrant.platform.reference;

import java.time.LocalDate;
import java.util.List;

/// One year's notice of the State Council on holidays (节假日安排的通知): days off and make-up working days (调休上班).
/// Days that it does not list follow the weekday.
public record CalendarYear(int year, String citation, List<LocalDate> off, List<LocalDate> work) {

    public CalendarYear {
        off = List.copyOf(off);
        work = List.copyOf(work);
        for (var days : List.of(off, work)) {
            for (var day : days) {
                if (day.getYear() != year) {
                    throw new IllegalArgumentException("the calendar of " + year + " lists " + day);
                }
            }
        }
        if (off.stream().anyMatch(work::contains)) {
            throw new IllegalArgumentException("the calendar of " + year + " lists a day as off and as working");
        }
    }
}
