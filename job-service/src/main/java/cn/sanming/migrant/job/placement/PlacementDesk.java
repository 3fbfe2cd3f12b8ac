package cn.sanming.migrant.job.placement;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// The window for placements: employers, agencies and officers report who works where.
@Component
class PlacementDesk {

    static final String PATH = "/api/v1/jobs/placements";

    private final MongoTemplate mongo;

    PlacementDesk(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Outcome<Placement> confirm(Placement.Facts facts, Act act) {
        var faults = new ArrayList<Reason>();
        CreditCode.fault(facts.employerUscc())
                .ifPresent(fault -> faults.add(Reason.at("/employer_uscc", "CREDIT_CODE_" + fault)));
        if (Divisions.sanming().find(facts.district()).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (facts.source() == Placement.Source.AGENCY && facts.agencyUscc() == null) {
            faults.add(Reason.at("/agency_uscc", "REQUIRED"));
        }
        return faults.isEmpty()
                ? keep(facts, act)
                : Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
    }

    /// Keeps a placement unless it is known already.
    Outcome<Placement> keep(Placement.Facts facts, Act act) {
        var id = Placement.idOf(facts);
        if (mongo.findById(id, Placement.class) != null) {
            return Outcome.duplicate(PATH + '/' + id, Reason.of("DUPLICATE"));
        }
        try {
            return Outcome.created(mongo.insert(Placement.confirmed(facts, act)), PATH + '/' + id);
        } catch (DuplicateKeyException _) {
            return Outcome.duplicate(PATH + '/' + id, Reason.of("DUPLICATE"));
        }
    }

    Outcome<Placement> end(Placement placement, LocalDate on, String reason, Act act) {
        if (on.isBefore(placement.facts().startOn())) {
            return Outcome.refused(
                    Refusal.Kind.GUARD_FAILED,
                    Reason.at("/end_on", "BEFORE_START")
                            .required(placement.facts().startOn(), on));
        }
        return placement.end(on, reason, act)
                ? Outcome.done(mongo.save(placement))
                : Outcome.refused(Refusal.Kind.ILLEGAL_TRANSITION, Reason.of("ILLEGAL_TRANSITION"));
    }
}
