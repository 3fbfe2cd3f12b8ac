package cn.sanming.migrant.community.health;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One look into somebody's health data (查阅记录): who, of which unit, into what, why, and whether it was allowed.
@Document("health_reads")
record HealthRead(
        @Id String id,
        @Indexed String personId,
        List<String> guardianIds,
        Instant at,
        String who,
        @Nullable String unit,
        String what,
        String recordId,
        @Nullable Purpose purpose,
        boolean granted) {}
