package cn.sanming.migrant.wage.noarrears;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/// A project department has lost the plate.
///
/// @param causeEventId the event that made it so, or the thread of the officer's act
@DomainEvent.Type("wage.noarrears.revoked")
record NoArrearsRevoked(@JsonIgnore String assessmentId, String projectId, String contractorUscc, String causeEventId)
        implements DomainEvent {

    @Override
    public String subject() {
        return assessmentId;
    }
}
