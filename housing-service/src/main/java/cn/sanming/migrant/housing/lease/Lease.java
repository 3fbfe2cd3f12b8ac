package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.housing.application.RentalEligibility;
import cn.sanming.migrant.housing.application.Tenancies;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A household lives in a public rental home (租赁合同), from the keys to the keys.
@Document("leases")
@CompoundIndex(def = "{'file.state': 1, 'endOn': 1}")
final class Lease implements CaseAggregate {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final String applicationId;
    final String unitId;
    final String address;

    @Indexed
    final String personId;

    @Indexed
    final List<String> household;

    final LocalDate startOn;
    final Money monthlyRent;
    LocalDate endOn;
    RentAccount account = RentAccount.empty();

    /// Day of the next look at the rent; none when the keys are back.
    @Indexed(sparse = true)
    @Nullable
    LocalDate nextChargeOn;

    int monthsReported;

    @Nullable
    LocalDate vacantSince;

    @Nullable
    Breach breach;

    @Nullable
    Decision<RentalEligibility.Finding> renewal;

    @Nullable
    LocalDate vacateBy;

    @Nullable
    String endReason;

    @Nullable
    LocalDate endedOn;

    /// @param cureBy   last day to put it right
    /// @param decision for rent: what the rule found
    record Breach(
            BreachGround ground,
            LocalDate noticedOn,
            LocalDate cureBy,
            @Nullable Decision<RentArrears.Finding> decision) {}

    Lease(
            String id,
            CaseFile file,
            String applicationId,
            String unitId,
            String address,
            String personId,
            List<String> household,
            LocalDate startOn,
            Money monthlyRent,
            LocalDate endOn) {
        this.id = id;
        this.file = file;
        this.applicationId = applicationId;
        this.unitId = unitId;
        this.address = address;
        this.personId = personId;
        this.household = household;
        this.startOn = startOn;
        this.monthlyRent = monthlyRent;
        this.endOn = endOn;
    }

    /// The lease of an application: its id follows from it, so that it is opened once.
    static Lease signed(Tenancies.Order order, CommandContext context) {
        var unit = order.unit();
        var id = Ids.of("le", order.applicationId());
        var address = unit.bed() == null ? unit.address() : unit.address() + " #" + unit.bed();
        var lease = new Lease(
                id,
                CaseFile.opened(id, LeaseState.ACTIVE, unit.district(), context),
                order.applicationId(),
                unit.id(),
                address,
                order.personId(),
                order.household(),
                order.startOn(),
                unit.monthlyRent(),
                order.endOn());
        lease.nextChargeOn = order.startOn();
        lease.tellSigned(context);
        return lease;
    }

    void tellSigned(CommandContext context) {
        var district = file.district();
        file.record(
                new LeaseEvent.Signed(
                        id,
                        personId,
                        household,
                        unitId,
                        district == null ? "" : district,
                        address,
                        startOn,
                        endOn,
                        monthlyRent),
                context);
    }

    /// Charges what has begun and tells of every further month that is overdue.
    void charge(CommandContext context) {
        if (nextChargeOn == null) {
            return;
        }
        account = account.chargedUntil(startOn, context.today(), monthlyRent);
        nextChargeOn = account.nextFrom(startOn);
        int months = account.monthsOverdue(context.today());
        if (months > monthsReported) {
            file.record(new LeaseEvent.Overdue(id, personId, months, account.amountOverdue(context.today())), context);
        }
        monthsReported = months;
    }

    void pay(RentAccount.Payment payment, CommandContext context) {
        account = account.paid(payment);
        monthsReported = Math.min(monthsReported, account.monthsOverdue(context.today()));
    }

    void end(LocalDate on, CommandContext context) {
        charge(context);
        nextChargeOn = null;
        endedOn = on;
        file.record(new LeaseEvent.Ended(id, personId, unitId, on, endReason == null ? "EXPIRED" : endReason), context);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }
}
