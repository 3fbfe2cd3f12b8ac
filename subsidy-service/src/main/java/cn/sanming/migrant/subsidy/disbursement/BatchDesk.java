package cn.sanming.migrant.subsidy.disbursement;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.subsidy.disbursement.PaymentLine.State;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for payment batches: open, collect, take out, release by another officer. Money is held by the batch
/// before the batch is saved, so a kill leaves nothing that the same command does not put right when it is repeated.
@Component
public class BatchDesk {

    static final Command<PaymentBatch, NewBatch> OPEN = Command.of("openPaymentBatch", NewBatch.class);
    static final Command<PaymentBatch, Command.Nothing> COLLECT =
            Command.of("collectPaymentBatch", Command.Nothing.class);
    static final Command<PaymentBatch, TakeOut> TAKE_OUT = Command.of("takeOutPaymentBatch", TakeOut.class);
    static final Command<PaymentBatch, Command.Nothing> RELEASE = Command.of("releasePaymentBatch");
    static final Command<PaymentBatch, Command.Nothing> COUNT = Command.of("countPaymentBatch", Command.Nothing.class);
    static final Command<PaymentBatch, Command.Nothing> SETTLE = Command.of("settlePaymentBatch");

    public static final String PATH = "/api/v1/subsidies/payment-batches";
    static final String OFFICER = "FINANCE_OFFICER";

    private final Cases cases;
    private final CaseDefinition<PaymentBatch> definition;
    private final Collecting collecting;
    private final PaymentLines lines;

    /// @param district the county whose cases are paid; without it those of the officer's county, or of the whole city
    /// @param kinds    which kinds of subsidy; without it all
    public record NewBatch(
            @Nullable String district, @Nullable List<String> kinds) {}

    /// @param lineRefs the payments as the batch lists them
    public record TakeOut(
            @Size(min = 1, max = 500) List<String> lineRefs,
            @NotBlank @Size(max = 200) String reason) {}

    public BatchDesk(Cases cases, Collecting collecting, PaymentLines lines) {
        this.cases = cases;
        this.collecting = collecting;
        this.lines = lines;
        this.definition = cases.define(PaymentBatch.class, "PaymentBatch", PATH)
                .opens(OPEN, Set.of(OFFICER), this::open)
                .notes(COLLECT, Set.of(OFFICER), this::collect)
                .notes(TAKE_OUT, Set.of(OFFICER), this::takeOut)
                .on(RELEASE, this::release)
                .notes(COUNT, Set.of(Actor.SYSTEM_ROLE), this::count)
                .on(SETTLE, this::settle)
                .shownAs(BatchView.class, BatchView::of);
    }

    private Outcome<PaymentBatch> open(NewBatch wanted, CommandContext context) {
        var kinds = wanted.kinds() == null ? List.<String>of() : wanted.kinds();
        if (!kinds.stream().allMatch(Payouts::knows)) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/kinds", "INVALID_CHOICE"));
        }
        var district = wanted.district() == null ? context.actor().county() : wanted.district();
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        return Outcome.created(PaymentBatch.opened(district, kinds, context), "");
    }

    private Verdict collect(PaymentBatch batch, Command.Nothing body, CommandContext context) {
        var verdict = batch.whileOpen();
        if (verdict instanceof Verdict.Refused) {
            collecting.tidy(batch);
            return verdict;
        }
        int missing = collecting.collect(batch, context);
        batch.collected(lines.tally(batch.id()), missing);
        return verdict;
    }

    private Verdict takeOut(PaymentBatch batch, TakeOut body, CommandContext context) {
        var open = batch.whileOpen();
        if (open instanceof Verdict.Refused) {
            return open;
        }
        var wanted = new HashSet<>(body.lineRefs());
        var here = lines.among(wanted).stream()
                .filter(line -> line.batchId().equals(batch.id()) && line.state() == State.COLLECTED)
                .map(PaymentLine::ref)
                .toList();
        if (here.size() != wanted.size() || !collecting.takeOut(batch, here, body.reason())) {
            return Verdict.guardFailed("LINE_NOT_COLLECTED");
        }
        batch.counted(lines.tally(batch.id()));
        return Verdict.granted();
    }

    private Verdict release(PaymentBatch batch, CommandContext context) {
        var objection = batch.mayRelease(context);
        if (objection instanceof Verdict.Refused) {
            return objection;
        }
        collecting.send(batch);
        return batch.release(lines.tally(batch.id()), context);
    }

    private Verdict count(PaymentBatch batch, Command.Nothing body, CommandContext context) {
        collecting.tidy(batch);
        batch.counted(lines.tally(batch.id()));
        return Verdict.granted();
    }

    private Verdict settle(PaymentBatch batch, CommandContext context) {
        return Verdict.guards()
                .require(!lines.any(batch.id(), State.SENT), "PAYMENTS_UNANSWERED")
                .verdict();
    }

    /// After a return file: counts anew, and closes the batch when the bank has answered for every payment.
    public PaymentBatch answered(String id, CommandContext context) {
        var system =
                new CommandContext(Actor.SYSTEM, context.at(), context.correlationId(), null, context.traceparent());
        cases.fire(id, COUNT, system).orRetry();
        cases.fire(id, SETTLE, system).orRetry();
        return cases.find(definition, id).orElseThrow();
    }

    /// A batch for an officer who may handle it.
    public Optional<PaymentBatch> find(String id, Actor actor) {
        return cases.find(definition, id)
                .filter(_ -> actor.has(OFFICER))
                .filter(batch -> actor.mayActIn(batch.file().district()));
    }
}
