package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A case was handed to the police (移送公安) as refusal to pay labour remuneration.
@DomainEvent.Type("wage.crime.referred")
record CrimeReferred(@JsonIgnore String caseId, String employerUscc, int workers, Money total, LocalDate referredOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return caseId;
    }
}
