package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.housing.unit.Unit;
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

/// Homes that a finished round did not give out can be allocated otherwise.
@Component
class RoundClosedReaction extends AbstractMongoEventListener<AllocationRound> {

    private static final Logger LOG = LoggerFactory.getLogger(RoundClosedReaction.class);

    private final MongoTemplate mongo;
    private final Units units;
    private final RoundDesk desk;

    RoundClosedReaction(MongoTemplate mongo, Units units, RoundDesk desk) {
        this.mongo = mongo;
        this.units = units;
        this.desk = desk;
    }

    @Override
    public void onAfterSave(AfterSaveEvent<AllocationRound> event) {
        try {
            settle(event.getSource());
        } catch (DataAccessException e) {
            LOG.warn("{} still keeps its homes", event.getSource().id, e);
        }
    }

    /// What a crash left behind.
    void settle(String roundId) {
        desk.find(roundId).ifPresent(this::settle);
    }

    /// A home kept for a round whose announcement did not come to its end.
    void releaseForgotten(String unitId) {
        units.find(unitId)
                .map(Unit::roundId)
                .filter(round -> desk.find(round).isEmpty())
                .ifPresent(units::letGo);
    }

    private void settle(AllocationRound round) {
        if (!Boolean.TRUE.equals(round.owesUnits)) {
            return;
        }
        units.letGo(round.id);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(round.id)),
                new Update().unset("owesUnits"),
                AllocationRound.class);
    }
}
