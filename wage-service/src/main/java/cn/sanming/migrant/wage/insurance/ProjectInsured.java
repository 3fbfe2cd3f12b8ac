package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A project is insured against work injury, or longer than before.
@DomainEvent.Type("wage.insurance.projectinsured")
record ProjectInsured(
        @JsonIgnore String policyId,
        String projectId,
        String contractorUscc,
        Money premium,
        LocalDate from,
        LocalDate to)
        implements DomainEvent {

    @Override
    public String subject() {
        return policyId;
    }
}
