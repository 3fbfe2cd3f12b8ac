package cn.sanming.migrant.legalaid.offer;

import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Something offered to one worker, or to a group together (主动服务提示).
///
/// @param sourceId what it follows from: the arrears, the employment, the injury; @param sequence of its last event
/// @param takenAs  the visit that came of it
@Document("offers")
record Offer(
        @Id String id,
        @Version @Nullable Long version,
        Kind kind,
        State state,
        @Indexed List<String> personIds,
        @Nullable String employerUscc,
        @Nullable String district,
        @Indexed String sourceId,
        long sequence,
        @Nullable Money total,
        LocalDate offeredOn,
        @Nullable LocalDate recognisedOn,
        @Nullable String takenAs) {

    /// What is offered, and where it is asked for.
    enum Kind {
        FAST_TRACK("/api/v1/legal-aid/disputes"),
        GROUP_VISIT("/api/v1/legal-aid/visits"),
        CONSULTATION("/api/v1/legal-aid/consultations"),
        LEGAL_AID("/api/v1/legal-aid/cases");

        private final String askAt;

        Kind(String askAt) {
            this.askAt = askAt;
        }
    }

    /// A lapsed offer's reason is gone; a taken one led to a case.
    enum State {
        OPEN,
        TAKEN,
        LAPSED
    }

    Offer in(State next, long newSequence) {
        return new Offer(
                id,
                version,
                kind,
                next,
                personIds,
                employerUscc,
                district,
                sourceId,
                newSequence,
                total,
                offeredOn,
                recognisedOn,
                takenAs);
    }

    Offer taken(String as) {
        return new Offer(
                id,
                version,
                kind,
                State.TAKEN,
                personIds,
                employerUscc,
                district,
                sourceId,
                sequence,
                total,
                offeredOn,
                recognisedOn,
                as);
    }

    Offer recognised(LocalDate on) {
        return new Offer(
                id,
                version,
                kind,
                state,
                personIds,
                employerUscc,
                district,
                sourceId,
                sequence,
                total,
                offeredOn,
                on,
                takenAs);
    }

    /// A newer word on the same thing; what was taken stays taken.
    Offer renewedBy(Offer newer) {
        return new Offer(
                id,
                version,
                kind,
                state == State.TAKEN ? state : newer.state,
                newer.personIds,
                newer.employerUscc,
                newer.district,
                sourceId,
                newer.sequence,
                newer.total,
                offeredOn,
                recognisedOn,
                takenAs);
    }

    /// An offer as the worker sees it; a means test is never part of one.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            Kind kind,
            State state,
            String askAt,
            @Nullable String employerUscc,
            @Nullable String district,
            String sourceId,
            int workers,
            @Nullable Money total,
            boolean meansTestRequired,
            LocalDate offeredOn,
            @Nullable LocalDate recognisedOn,
            @Nullable String takenAs) {}

    View view() {
        var askAt = kind == Kind.GROUP_VISIT ? "/api/v1/legal-aid/offers/" + id + "/ask" : kind.askAt;
        return new View(
                id,
                kind,
                state,
                askAt,
                employerUscc,
                district,
                sourceId,
                personIds.size(),
                total,
                false,
                offeredOn,
                recognisedOn,
                takenAs);
    }
}
