package cn.sanming.migrant.platform.events;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// The events of one case that wait to be sent, in their order.
record Parcel(String collection, String caseId, List<PendingEvent> events) {

    private static final int ENVELOPE = 500;

    /// One parcel with what either holds: a later save of the case may have fewer events or more of them.
    Parcel with(Parcel other) {
        var all = new TreeMap<Long, PendingEvent>();
        events.forEach(event -> all.put(event.sequence(), event));
        other.events.forEach(event -> all.put(event.sequence(), event));
        return new Parcel(collection, caseId, List.copyOf(all.values()));
    }

    /// The same parcel without what has been dealt with.
    Parcel from(int first) {
        return first == 0 ? this : new Parcel(collection, caseId, events.subList(first, events.size()));
    }

    /// What it takes of the memory, about.
    long weight() {
        return events.stream()
                .mapToLong(event -> ENVELOPE + event.data().length())
                .sum();
    }

    /// @param events in any order
    static Parcel of(String collection, String caseId, List<PendingEvent> events) {
        return new Parcel(
                collection,
                caseId,
                events.stream()
                        .sorted(Comparator.comparingLong(PendingEvent::sequence))
                        .toList());
    }
}
