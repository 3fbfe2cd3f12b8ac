package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Dockets;
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
public class Consequences {

    private static final Logger LOG = LoggerFactory.getLogger(Consequences.class);
    private static final Set<String> AFTER_DEFAULT = Set.of("DEFAULTED", "DECIDED", "CRIME_REFERRED", "ENFORCEMENT");

    private final MongoTemplate mongo;
    private final Dockets dockets;
    private final CaseDesk desk;
    private final BlacklistDesk blacklist;

    Consequences(MongoTemplate mongo, Dockets dockets, CaseDesk desk, BlacklistDesk blacklist) {
        this.mongo = mongo;
        this.dockets = dockets;
        this.desk = desk;
        this.blacklist = blacklist;
    }

    public void ofDefault(String caseId, Act act) {
        var found = mongo.findById(caseId, ArrearsCase.class);
        if (found == null) {
            return;
        }
        if (found.annexes().crime().isEmpty()) {
            dockets.fire(desk.docket(), caseId, "weigh_crime", act);
        }
        dockets.find(desk.docket(), caseId).ifPresent(weighed -> propose(weighed, act));
    }

    private void propose(ArrearsCase subject, Act act) {
        var order = CaseOrders.standing(subject);
        if (order.isEmpty()
                || order.get().revokedOn() != null
                || subject.annexes().listingId() != null) {
            return;
        }
        if (order.get().crimeAmount() || order.get().severeImpact()) {
            var ground = order.get().crimeAmount() ? ListingGround.CRIME_AMOUNT : ListingGround.SEVERE_IMPACT;
            var entry = blacklist.propose(subject.id(), order.get().orderId(), ground, act);
            dockets.fire(desk.docket(), subject.id(), "note_listing", new CaseDesk.Listed(entry), act);
        }
    }

    /// Draws the consequences that are still missing: of incidents recorded later, or left behind by a crash.
    void catchUp(Act act) {
        var query = Query.query(Criteria.where("file.state").in(AFTER_DEFAULT));
        int failed = 0;
        for (var subject : mongo.find(query, ArrearsCase.class)) {
            try {
                if (subject.annexes().listingId() == null) {
                    ofDefault(subject.id(), act);
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
