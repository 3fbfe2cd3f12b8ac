package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.housing.application.RentalEligibility;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lease as its tenant and the housing office see it.
///
/// @param rentNoticeHeldBack rent is overdue, and no notice is given because the tenant's wages are withheld
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeaseView(
        String id,
        String state,
        @Nullable String district,
        String applicationId,
        String unitId,
        String address,
        String personId,
        List<String> household,
        LocalDate startOn,
        LocalDate endOn,
        Money monthlyRent,
        LocalDate renewalRequestBy,
        int monthsOverdueTotal,
        Money amountOverdue,
        boolean rentNoticeHeldBack,
        @Nullable LocalDate vacantSince,
        Lease.@Nullable Breach breach,
        @Nullable Decision<RentalEligibility.Finding> renewal,
        @Nullable LocalDate vacateBy,
        @Nullable String endReason,
        @Nullable LocalDate endedOn,
        List<RentAccount.Charge> charges,
        List<RentAccount.Payment> payments) {

    static LeaseView of(Lease lease, LocalDate renewalRequestBy, boolean heldBack, LocalDate today) {
        int months = lease.account.monthsOverdue(today);
        return new LeaseView(
                lease.id,
                lease.file.state(),
                lease.file.district(),
                lease.applicationId,
                lease.unitId,
                lease.address,
                lease.personId,
                lease.household,
                lease.startOn,
                lease.endOn,
                lease.monthlyRent,
                renewalRequestBy,
                months,
                lease.account.amountOverdue(today),
                heldBack,
                lease.vacantSince,
                lease.breach,
                lease.renewal,
                lease.vacateBy,
                lease.endReason,
                lease.endedOn,
                lease.account.charges(),
                lease.account.payments());
    }
}
