package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/// What other departments learn about a dispute.
sealed interface DisputeEvent extends DomainEvent {

    String disputeId();

    @Override
    default String subject() {
        return disputeId();
    }

    @DomainEvent.Type("legalaid.dispute.accepted")
    record Accepted(
            @JsonIgnore String disputeId,
            String employerUscc,
            String districtCode,
            int workers,
            boolean group,
            boolean fastTrack,
            LocalDate submittedOn,
            LocalDate acceptedOn,
            LocalDate decideBy)
            implements DisputeEvent {}

    @DomainEvent.Type("legalaid.dispute.mediated")
    record Mediated(@JsonIgnore String disputeId, String employerUscc, int workers, Money amount, LocalDate closedOn)
            implements DisputeEvent {}

    @DomainEvent.Type("legalaid.dispute.awarded")
    record Awarded(
            @JsonIgnore String disputeId,
            String employerUscc,
            int workers,
            Money amount,
            @JsonProperty("final") boolean isFinal,
            LocalDate awardedOn)
            implements DisputeEvent {}

    @DomainEvent.Type("legalaid.dispute.overdue")
    record Overdue(@JsonIgnore String disputeId, LocalDate decideBy, Limit limit) implements DisputeEvent {}

    /// Which limit was passed: the city's own, without legal effect, or the one of the law.
    enum Limit {
        FAST,
        STATUTORY
    }
}
