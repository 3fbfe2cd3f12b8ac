package cn.sanming.migrant.subsidy.reclaim;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.security.Actor;
import cn.sanming.migrant.subsidy.application.ReclaimBook;
import cn.sanming.migrant.subsidy.reclaim.Reclaim.Cause;
import cn.sanming.migrant.subsidy.reclaim.Reclaim.Repayment;
import cn.sanming.migrant.subsidy.reclaim.Reclaim.State;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The ledger of reclaims: the head orders by `claw_back` on the application, finance records what comes in, and
/// `repay` on the application closes the line.
@Component
class ReclaimDesk implements ReclaimBook {

    static final String PATH = "/api/v1/subsidies/reclaims";

    private final Dockets dockets;
    private final Docket<Reclaim> docket;

    record Ordered(LocalDate on) {}

    record Received(@NotBlank @Size(max = 40) String number, Money amount, LocalDate receivedOn) {}

    ReclaimDesk(Dockets dockets) {
        this.dockets = dockets;
        this.docket = dockets.declare(Reclaim.class, "Reclaim", PATH)
                .on("order", Ordered.class, (reclaim, body, _) -> reclaim.order(body.on()))
                .onReason("drop")
                .on("settle", Reclaim::settle)
                .notes("receive", Set.of("FINANCE_OFFICER"), Received.class, ReclaimDesk::receive)
                .readableBy("HR_OFFICER", "FINANCE_OFFICER")
                .firm("DEBTOR", "debtor", Reclaim::debtor)
                .person("DEBTOR", "debtor", Reclaim::debtor)
                .filter("debtor", "debtor")
                .shownAs(ReclaimView.class, ReclaimView::of);
    }

    private static Verdict receive(Reclaim reclaim, Received body, Act act) {
        return reclaim.receive(new Repayment(body.number(), body.amount(), body.receivedOn()), act);
    }

    /// Puts a case before the head; one that stands in the ledger already stays as it is.
    void propose(Owed owed, Cause cause, Act act) {
        if (dockets.find(docket, Reclaim.idOf(owed.applicationId())).isEmpty()) {
            dockets.open(docket, owed, (each, on) -> once(each, cause, on), act);
        }
    }

    private Outcome<Reclaim> once(Owed owed, Cause cause, Act act) {
        var known = dockets.find(docket, Reclaim.idOf(owed.applicationId()));
        return known.isPresent() ? Outcome.done(known.get()) : Outcome.created(Reclaim.proposed(owed, cause, act), "");
    }

    /// The head has ordered the repayment.
    void order(Owed owed, Act act) {
        propose(owed, Cause.FALSE_STATEMENT, act);
        dockets.fire(docket, Reclaim.idOf(owed.applicationId()), "order", new Ordered(owed.orderedOn()), act);
    }

    @Override
    public Verdict repaid(Owed owed, Act act) {
        var system = new Act(Actor.SYSTEM, act.at(), act.correlationId(), act.causationId(), act.traceparent());
        order(owed, system);
        var id = Reclaim.idOf(owed.applicationId());
        return switch (dockets.fire(docket, id, "settle", system)) {
            case Outcome.Done<Reclaim> _, Outcome.Created<Reclaim> _ -> Verdict.granted();
            case Outcome.Refused<Reclaim>(var refusal) ->
                dockets.find(docket, id)
                                .filter(known -> known.file().is(State.SETTLED))
                                .isPresent()
                        ? Verdict.granted()
                        : new Verdict.Refused(refusal);
        };
    }
}
