package cn.sanming.migrant.platform.jobs;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// A case that its job could not handle (搁置事项). There is one for each step and case: a later date covers an
/// earlier one.
///
/// @param id           job, step and case
/// @param businessDate the last date on which it failed
/// @param reason       class of the error or code of the refusal, never its text: that may name a person
/// @param place        where in our code it failed
/// @param since        when it failed for the first time
@Document("job_failures")
@CompoundIndex(def = "{'job': 1, 'nextTryAt': 1}")
record ParkedCase(
        @Id String id,
        String job,
        String step,
        String caseId,
        LocalDate businessDate,
        String reason,
        @Nullable String place,
        int tries,
        Instant since,
        Instant lastTriedAt,
        Instant nextTryAt) {

    static String idOf(String job, String step, String caseId) {
        return job + '|' + step + '|' + caseId;
    }
}
