package cn.sanming.migrant.community.school.project;

import cn.sanming.migrant.community.school.SeatBook;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import java.time.Month;
import org.springframework.stereotype.Component;

/// New places stand in the school's book from the next September on; the project's id keeps a repeat from adding twice.
@Component
class SeatsReaction {

    private final SeatBook seats;

    record Added(String schoolId, int seats, LocalDate inUseOn) {}

    SeatsReaction(SeatBook seats) {
        this.seats = seats;
    }

    @OnEvent(value = "community.school.seatsadded", id = "allot-added-seats")
    void add(Added added, Received event) {
        seats.allot(added.schoolId(), schoolYear(added.inUseOn()), event.subject(), added.seats());
    }

    /// In use by the end of August: this September's children; later: next year's.
    static int schoolYear(LocalDate inUseOn) {
        return inUseOn.getMonth().compareTo(Month.AUGUST) <= 0 ? inUseOn.getYear() : inUseOn.getYear() + 1;
    }
}
