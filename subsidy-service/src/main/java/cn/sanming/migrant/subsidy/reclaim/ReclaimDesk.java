package cn.sanming.migrant.subsidy.reclaim;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.approval.ReclaimBook;
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

    static final Command<Reclaim, Ordered> ORDER = Command.of("orderReclaim", Ordered.class);
    static final Command<Reclaim, Command.Because> DROP = Command.because("dropReclaim");
    static final Command<Reclaim, Command.Nothing> SETTLE = Command.of("settleReclaim");
    static final Command<Reclaim, Received> RECEIVE = Command.of("receiveReclaim", Received.class);

    static final String PATH = "/api/v1/subsidies/reclaims";

    private final Cases cases;
    private final CaseDefinition<Reclaim> definition;

    record Ordered(LocalDate on) {}

    record Received(@NotBlank @Size(max = 40) String number, Money amount, LocalDate receivedOn) {}

    ReclaimDesk(Cases cases) {
        this.cases = cases;
        this.definition = cases.define(Reclaim.class, "Reclaim", PATH)
                .on(ORDER, (reclaim, body, _) -> reclaim.order(body.on()))
                .on(DROP)
                .on(SETTLE, Reclaim::settle)
                .notes(RECEIVE, Set.of("FINANCE_OFFICER"), ReclaimDesk::receive)
                .readableBy("HR_OFFICER", "FINANCE_OFFICER")
                .firm("DEBTOR", "debtor", Reclaim::debtor)
                .person("DEBTOR", "debtor", Reclaim::debtor)
                .filter("debtor", "debtor")
                .shownAs(ReclaimView.class, ReclaimView::of);
    }

    private static Verdict receive(Reclaim reclaim, Received body, CommandContext context) {
        return reclaim.receive(new Repayment(body.number(), body.amount(), body.receivedOn()), context);
    }

    /// Puts a case before the head; one that stands in the ledger already stays as it is.
    void propose(Owed owed, Cause cause, CommandContext context) {
        if (cases.find(definition, Reclaim.idOf(owed.applicationId())).isEmpty()) {
            cases.open(definition, owed, (each, on) -> once(each, cause, on), context)
                    .orRetry();
        }
    }

    private Outcome<Reclaim> once(Owed owed, Cause cause, CommandContext context) {
        var known = cases.find(definition, Reclaim.idOf(owed.applicationId()));
        return known.isPresent()
                ? Outcome.done(known.get())
                : Outcome.created(Reclaim.proposed(owed, cause, context), "");
    }

    /// The head has ordered the repayment.
    void order(Owed owed, CommandContext context) {
        propose(owed, Cause.FALSE_STATEMENT, context);
        cases.fire(Reclaim.idOf(owed.applicationId()), ORDER, new Ordered(owed.orderedOn()), context)
                .orRetry();
    }

    @Override
    public Verdict repaid(Owed owed, CommandContext context) {
        var system = new CommandContext(
                Actor.SYSTEM, context.at(), context.correlationId(), context.causationId(), context.traceparent());
        order(owed, system);
        var id = Reclaim.idOf(owed.applicationId());
        return switch (cases.fire(id, SETTLE, system)) {
            case Outcome.Done<Reclaim> _, Outcome.Created<Reclaim> _ -> Verdict.granted();
            case Outcome.Refused<Reclaim>(var refusal) ->
                cases.find(definition, id)
                                .filter(known -> known.file().is(State.SETTLED))
                                .isPresent()
                        ? Verdict.granted()
                        : new Verdict.Refused(refusal);
        };
    }
}
