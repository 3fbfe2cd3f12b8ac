package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other departments learn about a legal-aid case.
sealed interface AidEvent extends DomainEvent {

    String caseId();

    @Override
    default String subject() {
        return caseId();
    }

    @DomainEvent.Type("legalaid.application.submitted")
    record Submitted(
            @JsonIgnore String caseId,
            String personId,
            Matter matter,
            @Nullable String groupId,
            String districtCode,
            LocalDate submittedOn,
            LocalDate reviewBy,
            boolean meansTestRequired)
            implements AidEvent {}

    @DomainEvent.Type("legalaid.application.granted")
    record Granted(@JsonIgnore String caseId, String personId, Matter matter, LocalDate grantedOn, LocalDate assignBy)
            implements AidEvent {}

    @DomainEvent.Type("legalaid.application.refused")
    record Refused(
            @JsonIgnore String caseId, String personId, Matter matter, List<RefusalReason> reasons, LocalDate refusedOn)
            implements AidEvent {}

    @DomainEvent.Type("legalaid.lawyer.assigned")
    record Assigned(@JsonIgnore String caseId, String lawyerId, Pool pool, LocalDate assignedOn) implements AidEvent {}

    @DomainEvent.Type("legalaid.case.closed")
    record Closed(@JsonIgnore String caseId, CaseOutcome outcome, Money amountRecovered, LocalDate closedOn)
            implements AidEvent {}
}
