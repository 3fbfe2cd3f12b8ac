package cn.sanming.migrant.wage.employment;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// The first month has passed without a signed contract.
@DomainEvent.Type("wage.contract.overdue")
record ContractOverdue(
        @JsonIgnore String employmentId, String personId, String employerUscc, LocalDate startOn, LocalDate dueOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return employmentId;
    }
}
