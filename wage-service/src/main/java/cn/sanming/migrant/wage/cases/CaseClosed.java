package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A case was closed (结案): everything paid, damages included, or nothing found.
@DomainEvent.Type("wage.case.closed")
record CaseClosed(
        @JsonIgnore String caseId, String employerUscc, Outcome outcome, Money paid, Money damages, LocalDate closedOn)
        implements DomainEvent {

    /// How it ended.
    enum Outcome {
        PAID,
        UNFOUNDED
    }

    @Override
    public String subject() {
        return caseId;
    }
}
