package cn.sanming.migrant.legalaid.crossregion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What was asked of another region for a case (协作请求), and when to remind it.
@Document("cross_region_requests")
@CompoundIndex(name = "by_open", def = "{'open': 1, 'remindOn': 1}")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CrossRegionRequest(
        @Id String id,
        @Version @Nullable Long version,
        @Indexed String caseId,
        @Nullable String district,
        String toRegion,
        Kind kind,
        LocalDate askedOn,
        LocalDate remindOn,
        @Nullable LocalDate remindedOn,
        @Nullable LocalDate answeredOn,
        boolean open) {

    enum Kind {
        EVIDENCE,
        SERVICE,
        REPRESENTATION
    }

    CrossRegionRequest answered(LocalDate on) {
        return new CrossRegionRequest(
                id, version, caseId, district, toRegion, kind, askedOn, remindOn, remindedOn, on, false);
    }

    CrossRegionRequest reminded(LocalDate on, LocalDate next) {
        return new CrossRegionRequest(
                id, version, caseId, district, toRegion, kind, askedOn, next, on, answeredOn, open);
    }
}
