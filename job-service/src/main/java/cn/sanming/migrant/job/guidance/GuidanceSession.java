package cn.sanming.migrant.job.guidance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One talk (创业指导记录): with whom, about what, and what came of it; measure 4.
///
/// @param followUpOn when to talk again, if so agreed (跟踪服务)
@Document("guidance-sessions")
@CompoundIndex(def = "{'personId': 1, 'heldOn': 1}")
record GuidanceSession(
        @Id String id,
        String personId,
        @Indexed String district,
        String adviser,
        LocalDate heldOn,
        Topic topic,
        String outcome,
        @Indexed(sparse = true) @Nullable LocalDate followUpOn) {

    /// What guidance is about.
    enum Topic {
        BUSINESS_IDEA,
        BUSINESS_PLAN,
        REGISTRATION,
        FINANCING,
        SUBSIDIES,
        TAXES,
        OPERATION,
        OTHER
    }
}
