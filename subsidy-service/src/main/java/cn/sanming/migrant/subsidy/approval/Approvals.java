package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.assessment.Assessor;
import cn.sanming.migrant.subsidy.assessment.Caps;
import cn.sanming.migrant.subsidy.assessment.Deadlines;
import cn.sanming.migrant.subsidy.claim.Assessment;
import cn.sanming.migrant.subsidy.claim.ReservedFunds;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import cn.sanming.migrant.subsidy.ledger.BudgetLineId;
import cn.sanming.migrant.subsidy.ledger.GrantUniqueness;
import cn.sanming.migrant.subsidy.ledger.Reservations;
import cn.sanming.migrant.subsidy.ledger.Reserved;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Approves (审批): first what is granted only once, then the cap, then the budget is reserved, each by one conditional
/// update that remembers the application; only then the application is approved. What fails gives back in reverse.
@Component
class Approvals {

    private static final int TURNS = 8;

    private final MongoTemplate mongo;
    private final Assessor assessor;
    private final Reservations reservations;
    private final GrantUniqueness uniqueness;
    private final Caps caps;
    private final AppealBook appeals;
    private final Deadlines deadlines;
    private final MeterRegistry meters;

    Approvals(
            MongoTemplate mongo,
            Assessor assessor,
            Reservations reservations,
            GrantUniqueness uniqueness,
            Caps caps,
            AppealBook appeals,
            Deadlines deadlines,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.assessor = assessor;
        this.reservations = reservations;
        this.uniqueness = uniqueness;
        this.caps = caps;
        this.appeals = appeals;
        this.deadlines = deadlines;
        this.meters = meters;
    }

    /// Guards first, then the money; only what could be reserved is approved.
    Verdict approve(SubsidyApplication application, CommandContext context) {
        var publicised = application.publicisedOn() == null ? context.today() : application.publicisedOn();
        var objection =
                application.rulings().mayApprove(deadlines.firstDayOfApproval(publicised), application.file(), context);
        if (objection instanceof Verdict.Refused) {
            return objection;
        }
        return appeals.pending(application.id())
                ? Verdict.guardFailed("APPEAL_PENDING")
                : reserve(application, context);
    }

    /// Reserves what the rule says today, anew where something is reserved already.
    Verdict reserve(SubsidyApplication application, CommandContext context) {
        var on = application.appliedOn(context);
        var token = UUID.randomUUID().toString();
        for (int turn = 0; turn < TURNS; turn++) {
            var now = assessor.assess(application.id(), application.applicantId(), application.claim(), on);
            if (!now.eligible()) {
                return refused(now);
            }
            if (uniqueness.take(now.once(), application.id(), token)) {
                return reserveMoney(application, now, on, token, context);
            }
        }
        return Verdict.refused(Refusal.Kind.VERSION_CONFLICT, Reason.of("GRANTED_ELSEWHERE"));
    }

    private static Verdict refused(Assessment now) {
        var reasons = now.reasons().stream().map(Reason::of).toArray(Reason[]::new);
        if (now.reasons().contains("CAP_REACHED")) {
            return Verdict.refused(Refusal.Kind.CAP_REACHED, reasons);
        }
        return now.reasons().contains("BLACKLISTED_EMPLOYER")
                ? Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, reasons)
                : Verdict.refused(Refusal.Kind.NOT_ELIGIBLE, reasons);
    }

    private Verdict reserveMoney(
            SubsidyApplication application, Assessment now, LocalDate on, String token, CommandContext context) {
        var claim = application.claim();
        var id = application.id();
        var wanted = now.amount().min(application.amount());
        var cap = caps.budgetLine(claim.kind(), application.applicantId(), on).orElse(null);
        var amount = wanted;
        if (cap != null) {
            switch (reservations.holdUpTo(cap, id, token, wanted)) {
                case Reserved.Held(Money held) -> amount = held;
                case Reserved.Insufficient(Money free) -> {
                    giveBack(now, null, id, token);
                    return Verdict.refused(
                            Refusal.Kind.CAP_REACHED, Reason.of("CAP_REACHED").required(wanted, free));
                }
            }
        }
        var before = application.file().is(State.APPROVED) ? application.reservation() : null;
        var budget = before == null
                ? BudgetLineId.ofBudget(
                        claim.kind().measure(),
                        claim.district(),
                        context.today().getYear())
                : before.budget();
        return switch (reservations.hold(budget, id, token, amount)) {
            case Reserved.Held(Money held) ->
                application.approve(now, new ReservedFunds(budget, cap, now.once(), held), context);
            case Reserved.Insufficient(Money free) -> {
                giveBack(now, cap, id, token);
                meters.counter("budget.rejections", "measure", claim.kind().measure())
                        .increment();
                var since = application.publicisedOn();
                mongo.save(new Waiting(id, budget, since == null ? context.today() : since, context.actor()));
                yield Verdict.refused(
                        Refusal.Kind.BUDGET_EXHAUSTED,
                        Reason.of("BUDGET_EXHAUSTED").required(amount, free));
            }
        };
    }

    private void giveBack(Assessment now, @Nullable String cap, String claim, String token) {
        if (cap != null) {
            reservations.release(cap, claim, token);
        }
        uniqueness.release(now.once(), claim, token);
    }
}
