package cn.sanming.migrant.wage.blacklist.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.wage.blacklist.NewArrears;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Hears of late wages.
@Component
final class ArrearsListener {

    private final NewArrears newArrears;
    private final Clock clock;

    ArrearsListener(NewArrears newArrears, Clock clock) {
        this.newArrears = newArrears;
        this.clock = clock;
    }

    /// What the list reads of late wages.
    record Late(String employerUscc, LocalDate effectiveDueDate) {}

    @OnEvent(value = "wage.arrears.detected", id = "mark-detected-arrears")
    void mark(Late late, Received event) {
        newArrears.mark(late.employerUscc(), late.effectiveDueDate(), event.react(clock.instant()));
    }
}
