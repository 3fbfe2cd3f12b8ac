package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.wage.blacklist.BlacklistDesk;
import cn.sanming.migrant.wage.blacklist.ListingGround;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// What follows when an order is defaulted: the threshold of the crime is weighed, and where a ground to list the
/// employer holds, it is proposed for the list. Each step may be repeated.
@Component
public class OrderDefaultedPolicy {

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDesk desk;
    private final BlacklistDesk blacklist;

    OrderDefaultedPolicy(MongoTemplate mongo, Cases cases, CaseDesk desk, BlacklistDesk blacklist) {
        this.mongo = mongo;
        this.cases = cases;
        this.desk = desk;
        this.blacklist = blacklist;
    }

    public void ofDefault(String caseId, CommandContext context) {
        var found = mongo.findById(caseId, ArrearsCase.class);
        if (found == null) {
            return;
        }
        if (found.annexes().crime().isEmpty()) {
            cases.fire(caseId, CaseDesk.WEIGH_CRIME, context).orRetry();
        }
        cases.find(desk.definition(), caseId).ifPresent(weighed -> propose(weighed, context));
    }

    private void propose(ArrearsCase subject, CommandContext context) {
        var order = CaseOrders.standing(subject);
        if (order.isEmpty()
                || order.get().revokedOn() != null
                || subject.annexes().listingId() != null) {
            return;
        }
        if (order.get().crimeAmount() || order.get().severeImpact()) {
            var ground = order.get().crimeAmount() ? ListingGround.CRIME_AMOUNT : ListingGround.SEVERE_IMPACT;
            var entry = blacklist.propose(subject.id(), order.get().orderId(), ground, context);
            cases.fire(subject.id(), CaseDesk.NOTE_LISTING, new CaseDesk.Listed(entry), context)
                    .orRetry();
        }
    }

    /// Draws the consequences that are still missing: of incidents recorded later, or left behind by a crash.
    void catchUp(String caseId, CommandContext context) {
        if (cases.find(desk.definition(), caseId)
                .filter(subject -> subject.annexes().listingId() == null)
                .isPresent()) {
            ofDefault(caseId, context);
        }
    }
}
