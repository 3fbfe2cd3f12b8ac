package cn.sanming.migrant.wage.noarrears;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;

/// A project department may call itself free of arrears.
@DomainEvent.Type("wage.noarrears.granted")
record NoArrearsGranted(
        @JsonIgnore String assessmentId, String projectId, String contractorUscc, BigDecimal score, LocalDate grantedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return assessmentId;
    }
}
