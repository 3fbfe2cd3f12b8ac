package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import cn.sanming.migrant.subsidy.ledger.ReservationState;
import cn.sanming.migrant.subsidy.reconciliation.ReservationOwner;
import cn.sanming.migrant.subsidy.reconciliation.ReservationReconciler;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Where the money of an application must stand (申请资金状态): held from its approval, spent once it is paid, given back
/// when the approval is undone or the money has been received back.
@Component
class ApplicationFunds implements ReservationOwner {

    private final MongoTemplate mongo;
    private final ObjectProvider<ReservationReconciler> reconciler;

    ApplicationFunds(MongoTemplate mongo, ObjectProvider<ReservationReconciler> reconciler) {
        this.mongo = mongo;
        this.reconciler = reconciler;
    }

    void follow(String id) {
        reconciler.getObject().follow(id);
    }

    @Override
    public boolean owns(String claim) {
        return claim.startsWith("sa-");
    }

    @Override
    public Map<String, Standing> standings(Collection<String> claims) {
        return mongo.find(Query.query(Criteria.where("_id").in(claims)), SubsidyApplication.class).stream()
                .map(ApplicationFunds::standing)
                .collect(Collectors.toMap(Standing::claim, each -> each));
    }

    private static Standing standing(SubsidyApplication application) {
        return new Standing(
                application.id(),
                Objects.requireNonNullElse(application.version(), 0L),
                what -> application.standsBehind(what)
                        ? new Wanted(stateOf(application), application.amount())
                        : NOTHING);
    }

    private static ReservationState stateOf(SubsidyApplication application) {
        return switch (State.valueOf(application.file().state())) {
            case APPROVED -> ReservationState.HELD;
            case PAID, CLAWBACK_ORDERED -> ReservationState.SPENT;
            case DRAFT, SUBMITTED, RETURNED, ACCEPTED, REVIEWED, REJECTED -> ReservationState.RELEASED;
            case PUBLICISED, SUSPENDED, WITHDRAWN, REPAID -> ReservationState.RELEASED;
        };
    }

    /// Only what is publicised or approved can be approved: raising its version makes an approval that is under way
    /// start anew and reserve anew.
    @Override
    public boolean fence(Standing seen) {
        var deciding = Criteria.where("_id")
                .is(seen.claim())
                .and("file.state")
                .in(State.PUBLICISED.name(), State.APPROVED.name());
        if (!mongo.exists(Query.query(deciding), SubsidyApplication.class)) {
            return true;
        }
        var same = deciding.and("version").is(seen.version());
        return mongo.updateFirst(Query.query(same), new Update().inc("version", 1), SubsidyApplication.class)
                        .getModifiedCount()
                == 1;
    }
}
