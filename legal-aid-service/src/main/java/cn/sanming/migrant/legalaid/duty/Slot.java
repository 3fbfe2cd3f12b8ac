package cn.sanming.migrant.legalaid.duty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/// A part of a day (时段), written `09:00-17:00`.
record Slot(LocalTime from, LocalTime to) {

    Slot {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a slot begins before it ends");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Slot of(String written) {
        var parts = written.split("-", -1);
        try {
            return new Slot(LocalTime.parse(parts[0]), LocalTime.parse(parts[parts.length - 1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a slot is written like 09:00-17:00", e);
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return from + "-" + to;
    }

    /// Whether these slots together leave no minute of this one uncovered.
    boolean coveredBy(List<Slot> slots) {
        var reached = from;
        for (var slot : slots.stream().sorted(Comparator.comparing(Slot::from)).toList()) {
            if (slot.from().isAfter(reached)) {
                break;
            }
            reached = slot.to().isAfter(reached) ? slot.to() : reached;
        }
        return !reached.isBefore(to);
    }
}
