package cn.sanming.migrant.legalaid.judicialaid;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// Judicial aid has been approved (准予救助).
@DomainEvent.Type("legalaid.judicialaid.granted")
record JudicialAidGranted(@JsonIgnore String judicialaidId, String personId, Money amount, LocalDate grantedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return judicialaidId;
    }
}
