package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.budget.PurseId;
import cn.sanming.migrant.subsidy.budget.Purses;
import java.time.Clock;
import java.util.Comparator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Money that the supervision department allocates (资金下达) becomes available here; approvals that only lacked money
/// are then carried out, in the order of their publicity.
@Component
class AllocationReaction {

    private final MongoTemplate mongo;
    private final Purses purses;
    private final Dockets dockets;
    private final ApplicationDesk desk;
    private final Clock clock;

    record Allocated(String measure, String districtCode, int year, Money amount) {}

    AllocationReaction(MongoTemplate mongo, Purses purses, Dockets dockets, ApplicationDesk desk, Clock clock) {
        this.mongo = mongo;
        this.purses = purses;
        this.dockets = dockets;
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent("supervision.budget.allocated")
    void allot(Allocated budget, Received event) {
        var purse = PurseId.ofBudget(budget.measure(), budget.districtCode(), budget.year());
        purses.allot(purse, event.subject(), budget.amount());
        var waiting = mongo.find(Query.query(Criteria.where("budget").is(purse)), Waiting.class);
        waiting.stream()
                .sorted(Comparator.comparing(Waiting::publicisedOn).thenComparing(Waiting::applicationId))
                .forEach(one -> retry(one, event));
    }

    private void retry(Waiting one, Received event) {
        mongo.remove(Query.query(Criteria.where("_id").is(one.applicationId())), Waiting.class);
        dockets.fire(
                desk.docket(),
                one.applicationId(),
                "approve",
                new Act(one.by(), clock.instant(), event.correlationId(), event.id(), event.traceparent()));
    }
}
