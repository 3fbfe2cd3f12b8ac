package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import cn.sanming.migrant.subsidy.ledger.BudgetLineId;
import cn.sanming.migrant.subsidy.ledger.BudgetLines;
import java.time.Clock;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Money that the supervision department allocates (资金下达) becomes available here; approvals that only lacked money
/// are then carried out, in the order of their publicity.
@Component
class AllocationReaction {

    private final MongoTemplate mongo;
    private final BudgetLines budgetLines;
    private final Cases cases;
    private final ApplicationDesk desk;
    private final Clock clock;

    record Allocated(String measure, String districtCode, int year, Money amount) {}

    AllocationReaction(MongoTemplate mongo, BudgetLines budgetLines, Cases cases, ApplicationDesk desk, Clock clock) {
        this.mongo = mongo;
        this.budgetLines = budgetLines;
        this.cases = cases;
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "supervision.budget.allocated", id = "allot-budget")
    void allot(Allocated budget, Received event) {
        var budgetLine = BudgetLineId.ofBudget(budget.measure(), budget.districtCode(), budget.year());
        budgetLines.allot(budgetLine, event.subject(), budget.amount());
        var inOrder = Query.query(Criteria.where("budget").is(budgetLine)).with(Sort.by("publicisedOn", "_id"));
        try (var waiting = mongo.stream(inOrder, Waiting.class)) {
            waiting.forEach(one -> retry(one, event));
        }
    }

    /// It waits until its approval is saved, or refused for another reason than money: a kill in between loses nothing.
    private void retry(Waiting one, Received event) {
        var outcome = cases.fire(
                one.applicationId(),
                ApplicationDesk.APPROVE,
                new CommandContext(one.by(), clock.instant(), event.correlationId(), event.id(), event.traceparent()));
        if (outcome.orRetry() || !isShort(outcome)) {
            mongo.remove(Query.query(Criteria.where("_id").is(one.applicationId())), Waiting.class);
        }
    }

    private static boolean isShort(Outcome<SubsidyApplication> outcome) {
        return outcome instanceof Outcome.Refused<SubsidyApplication>(Refusal refusal)
                && refusal.kind() == Refusal.Kind.BUDGET_EXHAUSTED;
    }
}
