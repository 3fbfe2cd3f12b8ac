package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A case was filed (立案).
@DomainEvent.Type("wage.case.filed")
record CaseFiled(
        @JsonIgnore String caseId,
        String employerUscc,
        String districtCode,
        int workers,
        Money claimed,
        LocalDate receivedOn,
        LocalDate filedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return caseId;
    }
}
