package cn.sanming.migrant.wage.heat;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people did outdoors on a day (室外作业): how long, when, and who was among them.
///
/// @param hours            for one person, the longest
/// @param protectedPersons how many pregnant workers or minors were among them
/// @param emergencyReason  an emergency for persons, property or the public interest, which excuses the work
record OutdoorWork(
        String industry,
        BigDecimal hours,
        List<Window> windows,
        boolean overtime,
        int protectedPersons,
        @Nullable String emergencyReason) {

    /// From one time of the day to another.
    record Window(
            @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to) {

        boolean isForwards() {
            return from.isBefore(to);
        }

        /// @param forbidden as rule HEAT_BANDS writes it: `11:00-15:00`
        boolean meets(String forbidden) {
            var limits = forbidden.split("-");
            return from.isBefore(LocalTime.parse(limits[1])) && to.isAfter(LocalTime.parse(limits[0]));
        }
    }

    OutdoorWork {
        windows = List.copyOf(windows);
    }

    boolean excused() {
        return emergencyReason != null;
    }

    boolean happened() {
        return hours.signum() > 0 || !windows.isEmpty();
    }
}
