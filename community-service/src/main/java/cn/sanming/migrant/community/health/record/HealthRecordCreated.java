package cn.sanming.migrant.community.health.record;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/// Somebody has a health record (已建档); nothing of what stands in it.
@DomainEvent.Type("community.healthrecord.created")
record HealthRecordCreated(
        @JsonIgnore String recordId,
        String personId,
        String districtCode,
        LocalDate createdOn,
        @JsonProperty("is_migrant_worker") boolean migrantWorker)
        implements DomainEvent {

    @Override
    public String subject() {
        return recordId;
    }
}
