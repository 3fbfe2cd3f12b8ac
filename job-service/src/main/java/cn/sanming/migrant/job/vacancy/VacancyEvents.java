package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the world learns about a vacancy.
final class VacancyEvents {

    private VacancyEvents() {}

    /// Why a vacancy is closed.
    enum Closing {
        FILLED,
        EXPIRED,
        WITHDRAWN
    }

    @DomainEvent.Type("job.vacancy.published")
    record Published(
            @JsonIgnore String subject,
            String employerUscc,
            String districtCode,
            String occupationCode,
            String title,
            int openings,
            Money wageMin,
            Money wageMax,
            @Nullable Integer requiredLevel,
            Instant publishedAt,
            LocalDate expiresOn,
            List<Channel> channels)
            implements DomainEvent {}

    @DomainEvent.Type("job.vacancy.hidden")
    record Hidden(@JsonIgnore String subject, String employerUscc, String reason, String causeEventId)
            implements DomainEvent {}

    @DomainEvent.Type("job.vacancy.restored")
    record Restored(@JsonIgnore String subject, String employerUscc, String causeEventId) implements DomainEvent {}

    @DomainEvent.Type("job.vacancy.closed")
    record Closed(@JsonIgnore String subject, String employerUscc, Closing reason) implements DomainEvent {}
}
