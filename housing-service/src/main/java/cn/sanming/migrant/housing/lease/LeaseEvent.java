package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;

/// What leases tell the other departments.
sealed interface LeaseEvent extends DomainEvent {

    /// Signed, or renewed until a later day (签约、续租): proof of residence for the whole household.
    @DomainEvent.Type("housing.lease.signed")
    record Signed(
            @JsonIgnore String leaseId,
            String personId,
            List<String> household,
            String unitId,
            String districtCode,
            String address,
            LocalDate startOn,
            LocalDate endOn,
            Money monthlyRent)
            implements LeaseEvent {

        @Override
        public String subject() {
            return leaseId;
        }
    }

    /// The keys are back (退房).
    @DomainEvent.Type("housing.lease.ended")
    record Ended(@JsonIgnore String leaseId, String personId, String unitId, LocalDate endedOn, String reason)
            implements LeaseEvent {

        @Override
        public String subject() {
            return leaseId;
        }
    }

    /// One more month is not paid (欠租).
    @DomainEvent.Type("housing.rent.overdue")
    record Overdue(@JsonIgnore String leaseId, String personId, int monthsOverdue, Money amount) implements LeaseEvent {

        @Override
        public String subject() {
            return leaseId;
        }
    }
}
