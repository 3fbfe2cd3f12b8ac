package cn.sanming.migrant.supervision.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a timeline: what happened, and which clause and which units stand behind it.
///
/// @param subject absent where the public reads
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventLine(
        String eventId,
        Instant occurredAt,
        String eventType,
        @Nullable String subject,
        @Nullable String district,
        @Nullable String summary,
        @Nullable String summaryEn,
        List<String> measures,
        List<String> clauses,
        List<String> units,
        @Nullable String link) {}
