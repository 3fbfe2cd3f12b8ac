package cn.sanming.migrant.community.health.followup;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A follow-up was missed (失访), for the counts of supervision.
///
/// @param personId a name for counts only: the person is known by it nowhere else
@DomainEvent.Type("community.followup.missed")
record FollowUpMissed(@JsonIgnore String followUpId, String personId, Condition condition, LocalDate dueOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return followUpId;
    }
}
