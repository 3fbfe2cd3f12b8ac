package cn.sanming.migrant.wage.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A visit that helped an employer to keep the law (用工指导服务); measures M14.1 and M14.2.
///
/// @param followUpOn when the officers come again, if they do
@Document("guidance_visits")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GuidanceVisit(
        @Id String id,
        @Indexed String employerUscc,
        @Indexed String district,
        @Indexed Industry industry,
        LocalDate visitedOn,
        String findings,
        @Nullable LocalDate followUpOn,
        String visitedBy) {

    enum Industry {
        CONSTRUCTION,
        MINING,
        DOMESTIC,
        OTHER
    }
}
