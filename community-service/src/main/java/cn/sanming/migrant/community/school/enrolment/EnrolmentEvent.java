package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What happens to an enrolment that others hear of.
sealed interface EnrolmentEvent extends DomainEvent {

    /// A family has applied (已申请).
    @DomainEvent.Type("community.enrolment.submitted")
    record Submitted(
            @JsonIgnore String enrolmentId,
            String childId,
            String guardianId,
            String districtCode,
            int schoolYear,
            Channel channel)
            implements EnrolmentEvent {
        @Override
        public String subject() {
            return enrolmentId;
        }
    }

    /// The child has a place (已安排学位).
    @DomainEvent.Type("community.enrolment.placed")
    record Placed(
            @JsonIgnore String enrolmentId,
            String childId,
            String schoolId,
            EnrolmentState state,
            @Nullable Integer points,
            LocalDate placedOn)
            implements EnrolmentEvent {
        @Override
        public String subject() {
            return enrolmentId;
        }
    }
}
