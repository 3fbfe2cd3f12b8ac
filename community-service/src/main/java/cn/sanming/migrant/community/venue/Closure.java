package cn.sanming.migrant.community.venue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Some days on which a venue is closed (闭馆), both ends included.
record Closure(LocalDate from, LocalDate to, String reason, LocalDate announcedOn) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return !first.isAfter(to) && !last.isBefore(from);
    }

    /// Days that were not announced before they came (FREE_OPENING).
    int unannouncedDays() {
        var last = to.isBefore(announcedOn) ? to : announcedOn;
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, last) + 1);
    }
}
