package cn.sanming.migrant.community.health.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// The invitation to open a health record where somebody lives (建档邀请): the place of residence decides the clinic
/// and the vaccination unit, hukou is never asked.
///
/// @param countedFrom from which day the person counts as a resident, rule HEALTH_RECORD_DENOMINATOR
/// @param toldAt      time of the event that told it; an older one changes nothing
@Document("health_invitations")
public record HealthInvitation(
        @Id String personId,
        @Version @Nullable Long version,
        String district,
        LocalDate residenceStart,
        LocalDate countedFrom,
        Instant toldAt) {}
