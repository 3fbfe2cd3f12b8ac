package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.job.employer.Employers;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Takes vacancies in (岗位受理). An agency's own number is unique among its live advertisements, and a job stands once
/// among those of all agencies: who comes second is shown who was first.
@Component
class VacancyIntake {

    private final MongoTemplate mongo;
    private final EmployerRegister standings;
    private final Employers employers;
    private final RuleBook rules;
    private final VacancyMinimumWage minimumWage;

    VacancyIntake(
            MongoTemplate mongo,
            EmployerRegister standings,
            Employers employers,
            RuleBook rules,
            VacancyMinimumWage minimumWage) {
        this.mongo = mongo;
        this.standings = standings;
        this.employers = employers;
        this.rules = rules;
        this.minimumWage = minimumWage;
    }

    /// A new draft; the same content under the same number again is no news.
    Outcome<Vacancy> draft(VacancyOffer offer, CommandContext context) {
        var faults = offer.faults();
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var firm = context.actor().creditCode();
        var agency = context.actor().has("AGENCY") ? firm : null;
        if (firm == null || agency == null && !firm.equals(offer.employerUscc())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/employer_uscc", "NOT_YOUR_VACANCY"));
        }
        employers.seen(offer.employerUscc(), offer.district(), context.today());
        return agency == null ? ofEmployer(firm, offer, context) : ofAgency(agency, offer, context);
    }

    private Outcome<Vacancy> ofEmployer(String firm, VacancyOffer offer, CommandContext context) {
        if (offer.reference() == null) {
            return Outcome.created(Vacancy.draft(Ids.next("va"), null, offer, context), "");
        }
        var id = Ids.of("va", firm, offer.reference());
        var known = mongo.findById(id, Vacancy.class);
        return known == null
                ? Outcome.created(Vacancy.draft(id, null, offer, context), "")
                : same(known, offer, Reason.at("/reference", "DUPLICATE"));
    }

    private Outcome<Vacancy> ofAgency(String agency, VacancyOffer offer, CommandContext context) {
        if (offer.reference() != null) {
            var mine = live("liveReference", Vacancy.referenceKey(agency, offer.reference()));
            if (mine.isPresent()) {
                return same(mine.get(), offer, Reason.at("/reference", "DUPLICATE"));
            }
        }
        var first = live("liveJob", offer.job());
        if (first.isPresent()) {
            var reason = agency.equals(first.get().agencyUscc()) ? "JOB_ADVERTISED_TWICE" : "JOB_OF_ANOTHER_AGENCY";
            return Outcome.duplicate(linkTo(first.get(), agency), Reason.of(reason));
        }
        return Outcome.created(Vacancy.draft(Ids.next("va"), agency, offer, context), "");
    }

    private Outcome<Vacancy> same(Vacancy known, VacancyOffer offer, Reason reason) {
        return known.offer().equals(offer)
                ? Outcome.done(known)
                : Outcome.duplicate(VacancyDesk.PATH + '/' + known.id(), reason);
    }

    /// Another agency may look at what everybody sees.
    private static String linkTo(Vacancy first, String agency) {
        var open = first.state() == VacancyState.PUBLISHED && !agency.equals(first.agencyUscc());
        return (open ? PublicVacancyController.PATH : VacancyDesk.PATH) + '/' + first.id();
    }

    private Optional<Vacancy> live(String field, String value) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(field).is(value)), Vacancy.class));
    }

    Verdict submit(Vacancy vacancy, CommandContext context) {
        return vacancy.submit(
                standings.isBlacklisted(vacancy.offer().employerUscc()), wage(vacancy.offer(), context), context);
    }

    /// What would stand against submitting it, before it is kept at all.
    @Nullable
    Refusal objection(VacancyOffer offer, CommandContext context) {
        var trial = Vacancy.draft("trial", null, offer, context);
        return submit(trial, context) instanceof Verdict.Refused(Refusal refusal) ? refusal : null;
    }

    private VacancyMinimumWage.Finding wage(VacancyOffer offer, CommandContext context) {
        var facts = new VacancyMinimumWage.Facts(
                offer.district(), null, offer.wageMax(), offer.wageUnit(), context.today());
        return rules.decide(minimumWage, facts).result();
    }
}
