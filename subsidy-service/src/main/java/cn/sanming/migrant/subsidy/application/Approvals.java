package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.budget.Marks;
import cn.sanming.migrant.subsidy.budget.PurseId;
import cn.sanming.migrant.subsidy.budget.Purses;
import cn.sanming.migrant.subsidy.budget.Taking;
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
    private final Purses purses;
    private final Marks marks;
    private final Caps caps;
    private final MeterRegistry meters;

    Approvals(MongoTemplate mongo, Assessor assessor, Purses purses, Marks marks, Caps caps, MeterRegistry meters) {
        this.mongo = mongo;
        this.assessor = assessor;
        this.purses = purses;
        this.marks = marks;
        this.caps = caps;
        this.meters = meters;
    }

    /// @param on the day of the application
    Verdict approve(SubsidyApplication application, LocalDate on, Act act) {
        var token = UUID.randomUUID().toString();
        for (int turn = 0; turn < TURNS; turn++) {
            var now = assessor.assess(application.id(), application.applicantId(), application.claim(), on);
            if (!now.eligible()) {
                return refused(now);
            }
            if (take(now.once(), application.id(), token)) {
                return reserveMoney(application, now, on, token, act);
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
            if (!marks.take(mark, claim, token)) {
                mine.forEach(taken -> marks.release(taken, claim, token));
                return false;
            }
            mine.add(mark);
        }
        return true;
    }

    private Verdict reserveMoney(SubsidyApplication application, Assessment now, LocalDate on, String token, Act act) {
        var claim = application.claim();
        var id = application.id();
        var wanted = now.amount().min(application.amount());
        var cap = caps.purse(claim.kind(), application.applicantId(), on).orElse(null);
        var amount = wanted;
        if (cap != null) {
            switch (purses.takeUpTo(cap, id, token, wanted)) {
                case Taking.Held(Money held) -> amount = held;
                case Taking.Short(Money free) -> {
                    giveBack(now, null, id, token);
                    return Verdict.refused(
                            Refusal.Kind.CAP_REACHED, Reason.of("CAP_REACHED").required(wanted, free));
                }
            }
        }
        var before = application.file().is(State.APPROVED) ? application.reservation() : null;
        var budget = before == null
                ? PurseId.ofBudget(
                        claim.kind().measure(), claim.district(), act.today().getYear())
                : before.budget();
        return switch (purses.take(budget, id, token, amount)) {
            case Taking.Held(Money held) -> {
                mongo.remove(Query.query(Criteria.where("_id").is(id)), Waiting.class);
                yield application.approve(now, new Reservation(budget, cap, now.once(), held), act);
            }
            case Taking.Short(Money free) -> {
                giveBack(now, cap, id, token);
                meters.counter("budget.rejections", "measure", claim.kind().measure())
                        .increment();
                var since = application.publicisedOn();
                mongo.save(new Waiting(id, budget, since == null ? act.today() : since, act.actor()));
                yield Verdict.refused(
                        Refusal.Kind.BUDGET_EXHAUSTED,
                        Reason.of("BUDGET_EXHAUSTED").required(amount, free));
            }
        };
    }

    private void giveBack(Assessment now, @Nullable String cap, String claim, String token) {
        if (cap != null) {
            purses.release(cap, claim, token);
        }
        now.once().forEach(mark -> marks.release(mark, claim, token));
    }
}
