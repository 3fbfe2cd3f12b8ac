package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.UnitState;
import cn.sanming.migrant.housing.unit.Units;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import java.time.Clock;
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

/// Carries out what a saved step owes: the unit freed, the lease opened, the publicity begun. The application's
/// document says what is owed, so a crash in between loses nothing; each consequence is harmless when repeated.
@Component
class ApplicationMovedReaction extends AbstractMongoEventListener<HousingApplication> {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationMovedReaction.class);

    private final MongoTemplate mongo;
    private final Units units;
    private final Tenancies tenancies;
    private final ApplicationDesk desk;
    private final Clock clock;

    ApplicationMovedReaction(MongoTemplate mongo, Units units, Tenancies tenancies, ApplicationDesk desk, Clock clock) {
        this.mongo = mongo;
        this.units = units;
        this.tenancies = tenancies;
        this.desk = desk;
        this.clock = clock;
    }

    static String leaseId(String applicationId) {
        return Ids.of("le", applicationId);
    }

    @Override
    public void onAfterSave(AfterSaveEvent<HousingApplication> event) {
        try {
            settle(event.getSource());
        } catch (DataAccessException e) {
            LOG.warn("{} still owes {}", event.getSource().id, event.getSource().owes, e);
        }
    }

    /// What a crash left behind.
    void settle(String applicationId) {
        desk.find(applicationId).ifPresent(this::settle);
    }

    /// A home held for an application that no longer holds it. One that was taken today may belong to an allocation
    /// under way.
    void releaseForgotten(String unitId) {
        units.find(unitId).ifPresent(unit -> {
            var holder = unit.holder();
            if (holder != null
                    && desk.find(holder)
                            .filter(application -> unitId.equals(application.unitId))
                            .isEmpty()) {
                units.release(unitId, holder);
            }
        });
    }

    private void settle(HousingApplication application) {
        var owed = application.owes;
        if (owed == null) {
            return;
        }
        var thread = application.thread == null ? application.id : application.thread;
        var context = new CommandContext(Actor.SYSTEM, clock.instant(), thread, null, null);
        switch (owed) {
            case PUBLICISE ->
                desk.enter(application.id, ApplicationDesk.PUBLICISE, new Nothing(), context)
                        .orRetry();
            case LAPSE ->
                desk.enter(application.id, ApplicationDesk.LAPSE, new Nothing(), context)
                        .orRetry();
            case RELEASE -> {
                if (application.owedUnit != null) {
                    units.release(application.owedUnit, application.id);
                }
            }
            case LEASE -> lease(application, context);
            case SALE -> units.mark(application.id, UnitState.SOLD);
        }
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(application.id).and("owes").is(owed.name())),
                new Update().unset("owes"),
                HousingApplication.class);
    }

    private void lease(HousingApplication application, CommandContext context) {
        var terms = application.terms;
        var unit = units.heldBy(application.id).orElse(null);
        if (terms == null || unit == null) {
            throw new IllegalStateException(application.id + " is leased without terms or unit");
        }
        units.mark(application.id, UnitState.LEASED);
        tenancies.open(
                new Tenancies.Order(
                        application.id,
                        application.personId,
                        application.household,
                        unit,
                        terms.startOn(),
                        terms.endOn()),
                context);
    }
}
