package cn.sanming.migrant.gateway.messages.messaging;

import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;

/// The day of an event in Sanming.
final class Days {

    private Days() {}

    static LocalDate of(Received event) {
        return LocalDate.ofInstant(event.time(), Dates.ZONE);
    }
}
