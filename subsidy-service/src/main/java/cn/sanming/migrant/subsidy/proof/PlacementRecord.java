package cn.sanming.migrant.subsidy.proof;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A placement (就业登记) as the job department reported it; one by an agency is a candidate line of its reward.
@Document("placements")
@CompoundIndex(def = "{'personId': 1, 'employerUscc': 1}")
record PlacementRecord(
        @Id String id,
        @Nullable String personId,
        @Nullable String employerUscc,
        @Nullable String district,
        @Nullable LocalDate startOn,
        @Nullable String source,
        @Nullable @Indexed(sparse = true) String agencyUscc,
        @Nullable LocalDate endOn) {}
