package cn.sanming.migrant.platform.test;

import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A clock that stands until it is set.
public final class SettableClock extends Clock {

    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    /// Nine in the morning of a day in Sanming.
    public void set(String day) {
        now = ZonedDateTime.of(LocalDate.parse(day), LocalTime.of(9, 0), Dates.ZONE)
                .toInstant();
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return Dates.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
