package cn.sanming.migrant.job.placement;

import cn.sanming.migrant.job.agreement.AgreementDesk;
import cn.sanming.migrant.job.employer.Employers;
import cn.sanming.migrant.job.unemployment.WorkBook;
import cn.sanming.migrant.job.vacancy.VacancyDesk;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for placements: employers, agencies and officers report who works where.
@Component
class PlacementDesk implements WorkBook {

    static final String PATH = "/api/v1/jobs/placements";

    private final MongoTemplate mongo;
    private final VacancyDesk vacancies;
    private final AgreementDesk agreements;
    private final Employers employers;

    PlacementDesk(MongoTemplate mongo, VacancyDesk vacancies, AgreementDesk agreements, Employers employers) {
        this.mongo = mongo;
        this.vacancies = vacancies;
        this.agreements = agreements;
        this.employers = employers;
    }

    @Override
    public Optional<String> workOf(String personId, LocalDate on) {
        var working = Query.query(
                Criteria.where("personId").is(personId).and("file.state").is(Placement.State.WORKING.name()));
        return mongo.find(working, Placement.class).stream()
                .filter(placement -> !placement.facts().startOn().isAfter(on))
                .map(Placement::id)
                .findFirst();
    }

    Outcome<Placement> confirm(Placement.Facts facts, CommandContext context) {
        var faults = new ArrayList<Reason>();
        CreditCode.fault(facts.employerUscc())
                .ifPresent(fault -> faults.add(Reason.at("/employer_uscc", "CREDIT_CODE_" + fault)));
        if (Divisions.sanming().find(facts.district()).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (facts.source() == Placement.Source.AGENCY && facts.agencyUscc() == null) {
            faults.add(Reason.at("/agency_uscc", "REQUIRED"));
        }
        if (facts.agreementId() != null
                && agreements.targetsOf(facts.agreementId()).isEmpty()) {
            faults.add(Reason.at("/agreement_id", "UNKNOWN_AGREEMENT"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        employers.seen(facts.employerUscc(), facts.district(), context.today());
        return ofAnotherAgency(facts)
                ? Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.at("/vacancy_id", "JOB_OF_ANOTHER_AGENCY"))
                : keep(facts, context);
    }

    /// Only the agency that had the job first can place somebody through its advertisement.
    private boolean ofAnotherAgency(Placement.Facts facts) {
        return facts.source() == Placement.Source.AGENCY
                && facts.vacancyId() != null
                && vacancies
                        .agencyOf(facts.vacancyId())
                        .filter(first -> !first.equals(facts.agencyUscc()))
                        .isPresent();
    }

    /// Keeps a placement unless it is known already.
    Outcome<Placement> keep(Placement.Facts facts, CommandContext context) {
        var id = Placement.idOf(facts);
        if (mongo.findById(id, Placement.class) != null) {
            return Outcome.duplicate(PATH + '/' + id, Reason.of("DUPLICATE"));
        }
        try {
            return Outcome.created(mongo.insert(Placement.confirmed(facts, context)), PATH + '/' + id);
        } catch (DuplicateKeyException _) {
            return Outcome.duplicate(PATH + '/' + id, Reason.of("DUPLICATE"));
        }
    }

    Outcome<Placement> end(Placement placement, LocalDate on, String reason, CommandContext context) {
        if (on.isBefore(placement.facts().startOn())) {
            return Outcome.refused(
                    Refusal.Kind.GUARD_FAILED,
                    Reason.at("/end_on", "BEFORE_START")
                            .required(placement.facts().startOn(), on));
        }
        return placement.end(on, reason, context)
                ? Outcome.done(mongo.save(placement))
                : Outcome.refused(Refusal.Kind.ILLEGAL_TRANSITION, Reason.of("ILLEGAL_TRANSITION"));
    }
}
