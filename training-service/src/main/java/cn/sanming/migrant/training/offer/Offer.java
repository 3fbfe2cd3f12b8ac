package cn.sanming.migrant.training.offer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Something offered to one worker (主动服务提示), which is then asked for in the ordinary way.
///
/// @param about  the class, competition or completed enrolment it follows from
/// @param causeEventId the event that led to it
@Document("offers")
public record Offer(
        @Id String id,
        @Indexed String personId,
        Kind kind,
        State state,
        @Indexed String about,
        String occupationCode,
        @Nullable Integer level,
        LocalDate offeredOn,
        String causeEventId) {

    /// What is offered, and where it is asked for.
    public enum Kind {
        CLASS("/api/v1/training/enrolments"),
        APPRAISAL("/api/v1/training/appraisals"),
        COMPETITION("/api/v1/training/competition-entries");

        private final String askAt;

        Kind(String askAt) {
            this.askAt = askAt;
        }
    }

    /// A lapsed offer can no longer be asked for; a taken one has been.
    public enum State {
        OPEN,
        TAKEN,
        LAPSED
    }

    /// An offer as the worker sees it.
    record View(
            String id,
            Kind kind,
            State state,
            String about,
            String occupationCode,
            @Nullable Integer level,
            LocalDate offeredOn,
            String askAt) {}

    View view() {
        return new View(id, kind, state, about, occupationCode, level, offeredOn, kind.askAt);
    }
}
