package cn.sanming.migrant.job.employer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// An employer (用人单位) as far as finding work is concerned; all of it is public.
///
/// @param reach how it wants to be asked
@Document("employers")
public record Employer(
        @Id String uscc,
        @Version @Nullable Long version,
        @Nullable String name,
        @Nullable String district,
        @Indexed Status status,
        Reach reach,
        LocalDate knownSince) {

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /// Registration (登记状态) of an employer.
    public enum Status {
        ACTIVE,
        REVOKED,
        CANCELLED
    }

    /// Through which door it is asked and answers (征集渠道): the WeChat account, a service venue, the web, or a message.
    public enum Reach {
        WECHAT,
        VENUE,
        WEB,
        SMS
    }
}
