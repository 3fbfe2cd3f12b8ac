package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.assessment.Assessor;
import cn.sanming.migrant.subsidy.assessment.Caps;
import cn.sanming.migrant.subsidy.claim.Assessment;
import cn.sanming.migrant.subsidy.claim.ReservedFunds;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import cn.sanming.migrant.subsidy.ledger.BudgetLineId;
import cn.sanming.migrant.subsidy.ledger.BudgetLines;
import cn.sanming.migrant.subsidy.ledger.GrantUniqueness;
import cn.sanming.migrant.subsidy.ledger.Reservation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Approves (审批): first what is granted only once, then the cap, then the budget is reserved, each by one conditional
/// update that remembers the application; only then the application is approved. What fails gives back in reverse.
@Component
class Approvals {

    private static final int TURNS = 8;

    private final MongoTemplate mongo;
    private final Assessor assessor;
    private final BudgetLines budgetLines;
    private final GrantUniqueness uniqueness;
    private final Caps caps;
    private final MeterRegistry meters;

    Approvals(
            MongoTemplate mongo,
            Assessor assessor,
            BudgetLines budgetLines,
            GrantUniqueness uniqueness,
            Caps caps,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.assessor = assessor;
        this.budgetLines = budgetLines;
        this.uniqueness = uniqueness;
        this.caps = caps;
        this.meters = meters;
    }

    /// @param on the day of the application
    Verdict approve(SubsidyApplication application, LocalDate on, CommandContext context) {
        var token = UUID.randomUUID().toString();
        for (int turn = 0; turn < TURNS; turn++) {
            var now = assessor.assess(application.id(), application.applicantId(), application.claim(), on);
            if (!now.eligible()) {
                return refused(now);
            }
            if (take(now.once(), application.id(), token)) {
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

    /// All marks or none.
    private boolean take(List<String> wanted, String claim, String token) {
        var mine = new ArrayList<String>();
        for (var mark : wanted) {
            if (!uniqueness.take(mark, claim, token)) {
                mine.forEach(taken -> uniqueness.release(taken, claim, token));
                return false;
            }
            mine.add(mark);
        }
        return true;
    }

    private Verdict reserveMoney(
            SubsidyApplication application, Assessment now, LocalDate on, String token, CommandContext context) {
        var claim = application.claim();
        var id = application.id();
        var wanted = now.amount().min(application.amount());
        var cap = caps.budgetLine(claim.kind(), application.applicantId(), on).orElse(null);
        var amount = wanted;
        if (cap != null) {
            switch (budgetLines.takeUpTo(cap, id, token, wanted)) {
                case Reservation.Held(Money held) -> amount = held;
                case Reservation.Insufficient(Money free) -> {
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
        return switch (budgetLines.take(budget, id, token, amount)) {
            case Reservation.Held(Money held) -> {
                mongo.remove(Query.query(Criteria.where("_id").is(id)), Waiting.class);
                yield application.approve(now, new ReservedFunds(budget, cap, now.once(), held), context);
            }
            case Reservation.Insufficient(Money free) -> {
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
            budgetLines.release(cap, claim, token);
        }
        now.once().forEach(mark -> uniqueness.release(mark, claim, token));
    }
}
