package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.wage.blacklist.BlacklistDesk;
import cn.sanming.migrant.wage.blacklist.ListingGround;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// What follows when an order is defaulted: the threshold of the crime is weighed, and where a ground to list the
/// employer holds, it is proposed for the list. Each step may be repeated.
@Component
public class OrderDefaultedPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDefaultedPolicy.class);
    private static final Set<String> AFTER_DEFAULT = Set.of("DEFAULTED", "DECIDED", "CRIME_REFERRED", "ENFORCEMENT");

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
            cases.fire(desk.definition(), caseId, "weigh_crime", context);
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
            cases.fire(desk.definition(), subject.id(), "note_listing", new CaseDesk.Listed(entry), context);
        }
    }

    /// Draws the consequences that are still missing: of incidents recorded later, or left behind by a crash.
    void catchUp(CommandContext context) {
        var query = Query.query(Criteria.where("file.state").in(AFTER_DEFAULT));
        int failed = 0;
        for (var subject : mongo.find(query, ArrearsCase.class)) {
            try {
                if (subject.annexes().listingId() == null) {
                    ofDefault(subject.id(), context);
                }
            } catch (RuntimeException e) {
                failed++;
                LOG.error("consequences of {} failed", subject.id(), e);
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " cases wait for their consequences; the job runs again");
        }
    }
}
