package cn.sanming.migrant.supervision.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A duty with a last day (期限). It is counted on the day it was done, if that was in time, and otherwise on the day
/// after its last day, whether it is done later or never: so a period that is over does not change any more.
final class Deadline {

    private Deadline() {}

    /// @param done when it was done, if it has been
    static CountedFact met(String part, LocalDate lastDay, @Nullable LocalDate done, @Nullable Fact... basis) {
        var inTime = done != null && !done.isAfter(lastDay);
        var day = inTime ? done : lastDay.plusDays(1);
        return CountedFact.on(part, day, basis).hit(inTime).pendingUntil(inTime ? null : lastDay);
    }
}
