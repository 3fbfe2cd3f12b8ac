package cn.sanming.migrant.job.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The push of one published vacancy to everybody it fits (实时推送), and how long it took; measure 1.
///
/// @param month      month of publication, by which latency is reported
/// @param candidates seekers the index named; @param made recommendations that left
@Document("vacancy-pushes")
record VacancyPush(
        @Id String vacancyId,
        @Indexed State state,
        Instant publishedAt,
        LocalDate on,
        @Indexed String month,
        String correlationId,
        String causeEventId,
        int candidates,
        int made,
        @Nullable Instant sentAt) {

    enum State {
        PENDING,
        SENT
    }

    VacancyPush sent(int looked, int left, Instant at) {
        return new VacancyPush(
                vacancyId, State.SENT, publishedAt, on, month, correlationId, causeEventId, looked, left, at);
    }

    /// From publication to the moment the last message was handed over.
    @Nullable
    Long seconds() {
        return sentAt == null
                ? null
                : Math.max(0, Duration.between(publishedAt, sentAt).toSeconds());
    }
}
