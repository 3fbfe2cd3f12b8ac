package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;

/// What applications tell the other departments.
sealed interface ApplicationEvent extends DomainEvent {

    /// The household stands on the waiting list (取得轮候资格).
    @DomainEvent.Type("housing.application.qualified")
    record Qualified(
            @JsonIgnore String applicationId,
            String personId,
            Programme programme,
            String districtCode,
            int priorityClass,
            LocalDate qualifiedOn)
            implements ApplicationEvent {

        @Override
        public String subject() {
            return applicationId;
        }
    }

    /// The conditions are not met (审核不通过), with every reason.
    @DomainEvent.Type("housing.application.rejected")
    record Rejected(@JsonIgnore String applicationId, String personId, Programme programme, List<String> reasons)
            implements ApplicationEvent {

        @Override
        public String subject() {
            return applicationId;
        }
    }
}
