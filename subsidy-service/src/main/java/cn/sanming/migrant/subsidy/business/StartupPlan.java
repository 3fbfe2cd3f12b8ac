package cn.sanming.migrant.subsidy.business;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// What a worker is offered after entrepreneurship training (创业指导): guidance at once, and a follow-up plan as soon
/// as there is a business.
///
/// @param businessUscc the business whose follow-ups carry out the plan
@Document("startup-plans")
record StartupPlan(
        @Id String personId,
        String enrolmentId,
        String classId,
        LocalDate trainedOn,
        LocalDate guidanceOfferedOn,
        @Nullable String businessUscc) {}
