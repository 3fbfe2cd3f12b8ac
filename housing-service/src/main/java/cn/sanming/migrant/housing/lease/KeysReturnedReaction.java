package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.housing.unit.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The keys are back: the home is free for the next household. The lease's document remembers it until it is done.
@Component
class KeysReturnedReaction extends AbstractMongoEventListener<Lease> {

    private static final Logger LOG = LoggerFactory.getLogger(KeysReturnedReaction.class);

    private final MongoTemplate mongo;
    private final Units units;

    KeysReturnedReaction(MongoTemplate mongo, Units units) {
        this.mongo = mongo;
        this.units = units;
    }

    @Override
    public void onAfterSave(AfterSaveEvent<Lease> event) {
        try {
            settle(event.getSource());
        } catch (DataAccessException e) {
            LOG.warn("{} still owes its home", event.getSource().id, e);
        }
    }

    /// What a crash left behind.
    void settle(String leaseId) {
        var lease = mongo.findById(leaseId, Lease.class);
        if (lease != null) {
            settle(lease);
        }
    }

    private void settle(Lease lease) {
        if (!Boolean.TRUE.equals(lease.owesUnit)) {
            return;
        }
        units.release(lease.unitId, lease.applicationId);
        mongo.updateFirst(Query.query(Criteria.where("_id").is(lease.id)), new Update().unset("owesUnit"), Lease.class);
    }
}
