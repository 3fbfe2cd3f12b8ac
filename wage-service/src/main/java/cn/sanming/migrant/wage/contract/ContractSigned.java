package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// Both sides have signed.
@DomainEvent.Type("wage.contract.signed")
record ContractSigned(
        @JsonIgnore String contractId,
        String personId,
        String employerUscc,
        LocalDate startOn,
        LocalDate signedOn,
        ContractTerm term)
        implements DomainEvent {

    @Override
    public String subject() {
        return contractId;
    }
}
