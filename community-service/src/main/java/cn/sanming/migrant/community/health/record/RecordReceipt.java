package cn.sanming.migrant.community.health.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is answered to a command on a health record: that it is done, and nothing of what stands in it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordReceipt(
        String id,
        String state,
        String personId,
        String district,
        @Nullable String clinic,
        LocalDate createdOn) {

    static RecordReceipt of(HealthRecord record) {
        return new RecordReceipt(
                record.id, record.file.state(), record.personId, record.district(), record.clinic, record.createdOn);
    }
}
