package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for vacancies: takes them in, moderates them, hides and restores them with their employer's standing.
@Component
public class VacancyDesk {

    static final String PATH = "/api/v1/jobs/vacancies";

    private final MongoTemplate mongo;
    private final Dockets dockets;
    private final Docket<Vacancy> docket;
    private final EmployerRegister employers;
    private final RuleBook rules;
    private final VacancyMinimumWage minimumWage;

    record Cause(String eventId) {}

    record Rejection(String reason, VacancyContent.@Nullable Fault officerFinding) {}

    record Openings(int openingsLeft) {}

    record Taken(String placementId) {}

    VacancyDesk(
            MongoTemplate mongo,
            Dockets dockets,
            EmployerRegister employers,
            RuleBook rules,
            VacancyMinimumWage minimumWage) {
        this.mongo = mongo;
        this.dockets = dockets;
        this.employers = employers;
        this.rules = rules;
        this.minimumWage = minimumWage;
        this.docket = dockets.declare(Vacancy.class, "Vacancy", PATH)
                .opens(VacancyOffer.class, Set.of("EMPLOYER", "AGENCY"), this::draft)
                .on("submit", this::submit)
                .on("resubmit", this::submit)
                .on("publish", (vacancy, act) -> vacancy.publish(listed(vacancy), validity(act), act))
                .on("reject", Rejection.class, (vacancy, _, act) -> vacancy.touch(act))
                .on("suspend", Vacancy::touch)
                .on("resume", Vacancy::resume)
                .on("hide", Cause.class, (vacancy, cause, act) -> vacancy.hide(cause.eventId(), act))
                .on("restore", Cause.class, (vacancy, cause, act) -> vacancy.restore(cause.eventId(), act))
                .on("fill", Vacancy::fill)
                .on("expire", Vacancy::expire)
                .on("withdraw", Vacancy::withdraw)
                .notes("revise", Set.of("EMPLOYER"), VacancyOffer.class, this::revise)
                .notes("openings", Set.of("EMPLOYER"), Openings.class, VacancyDesk::openings)
                .notes("take", Set.of("SYSTEM"), Taken.class, VacancyDesk::take)
                .firm("EMPLOYER", "offer.employerUscc", vacancy -> vacancy.offer()
                        .employerUscc())
                .firm("EMPLOYER", "agencyUscc", Vacancy::agencyUscc)
                .readableBy("HR_HEAD")
                .filter("employer_uscc", "offer.employerUscc")
                .filter("agency_uscc", "agencyUscc")
                .shownAs(VacancyView.class, VacancyView::of);
    }

    /// Takes in a vacancy. An agency's own reference names it: the same content again is no news, other content is a
    /// duplicate.
    Outcome<Vacancy> draft(VacancyOffer offer, Act act) {
        var faults = offer.faults();
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var firm = act.actor().creditCode();
        var agency = act.actor().has("AGENCY") ? firm : null;
        if (firm == null || agency == null && !firm.equals(offer.employerUscc())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/employer_uscc", "NOT_YOUR_VACANCY"));
        }
        var id = offer.reference() == null ? Ids.next("va") : Ids.of("va", firm, offer.reference());
        var known = mongo.findById(id, Vacancy.class);
        if (known != null) {
            return known.offer().equals(offer)
                    ? Outcome.done(known)
                    : Outcome.duplicate(PATH + '/' + id, Reason.at("/reference", "DUPLICATE"));
        }
        return Outcome.created(Vacancy.draft(id, agency, offer, act), "");
    }

    /// Takes in one row of a partner's file and submits it at once; what may not be submitted is not kept.
    Outcome<Vacancy> takeRow(VacancyOffer offer, Act act) {
        if (offer.faults().isEmpty() && checks(offer, act) instanceof Verdict.Refused(Refusal refusal)) {
            return Outcome.refused(refusal);
        }
        var taken = dockets.open(docket, offer, this::draft, act);
        if (taken instanceof Outcome.Created<Vacancy>(Vacancy vacancy, String location)
                && dockets.fire(docket, vacancy.id(), "submit", act)
                        instanceof Outcome.Done<Vacancy>(Vacancy submitted)) {
            return Outcome.created(submitted, location);
        }
        return taken;
    }

    private Verdict checks(VacancyOffer offer, Act act) {
        return Vacancy.draft("row", null, offer, act)
                .submit(employers.isBlacklisted(offer.employerUscc()), wage(offer, act), act);
    }

    private Verdict submit(Vacancy vacancy, Act act) {
        return vacancy.submit(listed(vacancy), wage(vacancy.offer(), act), act);
    }

    private Verdict revise(Vacancy vacancy, VacancyOffer offer, Act act) {
        var faults = offer.faults();
        return faults.isEmpty()
                ? vacancy.revise(offer, act)
                : Verdict.refused(Refusal.Kind.VALIDATION, faults.toArray(Reason[]::new));
    }

    private static Verdict openings(Vacancy vacancy, Openings body, Act act) {
        return vacancy.correctOpenings(body.openingsLeft(), act);
    }

    private static Verdict take(Vacancy vacancy, Taken body, Act act) {
        return vacancy.takeOpening(body.placementId());
    }

    private VacancyMinimumWage.Finding wage(VacancyOffer offer, Act act) {
        var facts =
                new VacancyMinimumWage.Facts(offer.district(), null, offer.wageMax(), offer.wageUnit(), act.today());
        return rules.decide(minimumWage, facts).result();
    }

    private boolean listed(Vacancy vacancy) {
        return employers.isBlacklisted(vacancy.offer().employerUscc());
    }

    private int validity(Act act) {
        return rules.grounds().on(act.today()).integer("job.vacancy.validity_days");
    }

    /// The employer was blacklisted: everything of it that can be seen is hidden.
    void hideAllOf(String uscc, String eventId, Act act) {
        for (var vacancy : of(uscc, VacancyState.PUBLISHED, VacancyState.SUSPENDED)) {
            dockets.fire(docket, vacancy.id(), "hide", new Cause(eventId), act);
        }
    }

    /// The employer left the list: unexpired vacancies come back, expired ones end.
    void restoreAllOf(String uscc, String eventId, Act act) {
        for (var vacancy : of(uscc, VacancyState.HIDDEN)) {
            if (vacancy.validOn(act.today())) {
                dockets.fire(docket, vacancy.id(), "restore", new Cause(eventId), act);
            } else {
                dockets.fire(docket, vacancy.id(), "expire", act);
            }
        }
    }

    /// A placement takes one opening; the last one fills the vacancy.
    public void placed(String vacancyId, String placementId, Act act) {
        if (dockets.fire(docket, vacancyId, "take", new Taken(placementId), act)
                        instanceof Outcome.Done<Vacancy>(Vacancy vacancy)
                && vacancy.openingsLeft() == 0
                && vacancy.state() == VacancyState.PUBLISHED) {
            dockets.fire(docket, vacancyId, "fill", act);
        }
    }

    void expireOverdue(Act act) {
        dockets.sweep(
                docket,
                List.of(VacancyState.PUBLISHED, VacancyState.SUSPENDED, VacancyState.HIDDEN),
                vacancy -> vacancy.validOn(act.today()) ? null : "expire",
                act);
    }

    private List<Vacancy> of(String uscc, VacancyState... states) {
        var names = List.of(states).stream().map(Enum::name).toList();
        return mongo.find(
                Query.query(Criteria.where("offer.employerUscc")
                        .is(uscc)
                        .and("file.state")
                        .in(names)),
                Vacancy.class);
    }
}
