package cn.sanming.migrant.platform.events;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/// Events that wait, for tests.
final class Pending {

    static final Instant RECORDED = Instant.parse("2024-04-15T01:00:00Z");

    private Pending() {}

    static PendingEvent event(String caseId, long sequence) {
        return new PendingEvent(
                caseId + '#' + sequence,
                "ticket.ticket.finished",
                caseId,
                RECORDED.plusSeconds(sequence),
                sequence,
                "350404",
                "story",
                null,
                null,
                "{}");
    }

    static Parcel parcel(String caseId, long... sequences) {
        return Parcel.of(
                "tickets",
                caseId,
                LongStream.of(sequences)
                        .mapToObj(sequence -> event(caseId, sequence))
                        .toList());
    }

    static List<Long> sequences(Parcel parcel) {
        return parcel.events().stream().map(PendingEvent::sequence).toList();
    }
}
