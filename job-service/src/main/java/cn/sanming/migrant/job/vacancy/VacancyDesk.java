package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.job.worklist.RunningDeadlines;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for vacancies: takes them in, moderates them, hides and restores them with their employer's standing.
@Component
public class VacancyDesk implements RunningDeadlines {

    static final Command<Vacancy, VacancyOffer> OPEN = Command.of("openVacancy", VacancyOffer.class);
    static final Command<Vacancy, Command.Nothing> SUBMIT = Command.of("submitVacancy");
    static final Command<Vacancy, Command.Nothing> RESUBMIT = Command.of("resubmitVacancy");
    static final Command<Vacancy, Publication> PUBLISH = Command.of("publishVacancy", Publication.class);
    static final Command<Vacancy, SendingBack> REJECT = Command.of("rejectVacancy", SendingBack.class);
    static final Command<Vacancy, Command.Nothing> SUSPEND = Command.of("suspendVacancy");
    static final Command<Vacancy, Command.Nothing> RESUME = Command.of("resumeVacancy");
    static final Command<Vacancy, Cause> HIDE = Command.of("hideVacancy", Cause.class);
    static final Command<Vacancy, Cause> RESTORE = Command.of("restoreVacancy", Cause.class);
    static final Command<Vacancy, Command.Nothing> FILL = Command.of("fillVacancy");
    static final Command<Vacancy, Command.Nothing> EXPIRE = Command.of("expireVacancy");
    static final Command<Vacancy, Command.Nothing> WITHDRAW = Command.of("withdrawVacancy");
    static final Command<Vacancy, VacancyOffer> REVISE = Command.of("reviseVacancy", VacancyOffer.class);
    static final Command<Vacancy, Openings> OPENINGS = Command.of("openingsVacancy", Openings.class);
    static final Command<Vacancy, Taken> TAKE = Command.of("takeVacancy", Taken.class);

    static final String PATH = "/api/v1/jobs/vacancies";

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<Vacancy> definition;
    private final VacancyIntake intake;
    private final PartnerQuota quota;
    private final EmployerRegister employers;
    private final RuleBook rules;
    private final VacancyContent content;

    record Cause(String eventId) {}

    record Publication(VacancyContent.@Nullable Fault officerFinding) {}

    record SendingBack(String reason, VacancyContent.@Nullable Fault officerFinding) {}

    record Openings(int openingsLeft) {}

    record Taken(String placementId) {}

    VacancyDesk(
            MongoTemplate mongo,
            Cases cases,
            VacancyIntake intake,
            PartnerQuota quota,
            EmployerRegister employers,
            RuleBook rules,
            VacancyContent content) {
        this.mongo = mongo;
        this.cases = cases;
        this.intake = intake;
        this.quota = quota;
        this.employers = employers;
        this.rules = rules;
        this.content = content;
        this.definition = cases.define(Vacancy.class, "Vacancy", PATH)
                .opens(OPEN, Set.of("EMPLOYER", "AGENCY"), this::open)
                .on(SUBMIT, intake::submit)
                .on(RESUBMIT, intake::submit)
                .on(PUBLISH, this::publish)
                .on(REJECT, this::reject)
                .on(SUSPEND, Vacancy::suspend)
                .on(RESUME, (vacancy, context) -> vacancy.resume(listed(vacancy), context))
                .on(HIDE, (vacancy, cause, context) -> vacancy.hide(cause.eventId(), context))
                .on(RESTORE, (vacancy, cause, context) -> vacancy.restore(cause.eventId(), context))
                .on(FILL, Vacancy::fill)
                .on(EXPIRE, Vacancy::expire)
                .on(WITHDRAW, Vacancy::withdraw)
                .notes(REVISE, Set.of("EMPLOYER"), this::revise)
                .notes(OPENINGS, Set.of("EMPLOYER"), VacancyDesk::openings)
                .notes(TAKE, Set.of("SYSTEM"), VacancyDesk::take)
                .firm("EMPLOYER", "offer.employerUscc", vacancy -> vacancy.offer()
                        .employerUscc())
                .firm("EMPLOYER", "agencyUscc", Vacancy::agencyUscc)
                .readableBy("HR_HEAD")
                .filter("employer_uscc", "offer.employerUscc")
                .filter("agency_uscc", "agencyUscc")
                .shownAs(VacancyView.class, this::view);
    }

    VacancyView view(Vacancy vacancy) {
        return VacancyView.of(vacancy, vacancy.state() == VacancyState.SUBMITTED ? moderateBy(vacancy) : null);
    }

    private @Nullable LocalDate moderateBy(Vacancy vacancy) {
        if (vacancy.submittedAt() == null) {
            return null;
        }
        var submitted = LocalDate.ofInstant(vacancy.submittedAt(), Dates.ZONE);
        int days = rules.context().on(submitted).integer("job.vacancy.moderation_wd");
        return rules.calendar().workingDaysAfter(submitted, days);
    }

    private Outcome<Vacancy> open(VacancyOffer offer, CommandContext context) {
        var over = quota.take(context, 1);
        if (over != null) {
            return Outcome.refused(over);
        }
        return quota.room(context) > 0 ? intake.draft(offer, context) : known(offer, context);
    }

    /// Takes in one row of a partner's file and submits it at once; what may not be submitted is not kept.
    Outcome<Vacancy> takeRow(VacancyOffer offer, CommandContext context) {
        if (offer.faults().isEmpty()) {
            var objection = intake.objection(offer, context);
            if (objection != null) {
                return Outcome.refused(objection);
            }
        }
        var taken = cases.open(definition, offer, intake::draft, context);
        // a draft that stands there already was left by an import that was cut short
        var draft =
                switch (taken) {
                    case Outcome.Created<Vacancy>(Vacancy fresh, String location) -> fresh;
                    case Outcome.Done<Vacancy>(Vacancy known) -> known.state() == VacancyState.DRAFT ? known : null;
                    case Outcome.Refused<Vacancy> _ -> null;
                };
        return draft != null
                        && cases.fire(draft.id(), SUBMIT, context) instanceof Outcome.Done<Vacancy>(Vacancy submitted)
                ? Outcome.created(submitted, PATH + '/' + submitted.id())
                : taken;
    }

    /// What would become of a row; nothing is kept.
    Outcome<Vacancy> tryRow(VacancyOffer offer, CommandContext context) {
        var objection = offer.faults().isEmpty() ? intake.objection(offer, context) : null;
        return objection == null ? intake.draft(offer, context) : Outcome.refused(objection);
    }

    /// What is known of a row already, when there is no room for anything new.
    Outcome<Vacancy> known(VacancyOffer offer, CommandContext context) {
        var known = intake.draft(offer, context);
        return known instanceof Outcome.Created<Vacancy> ? Outcome.refused(quota.full()) : known;
    }

    private Verdict publish(Vacancy vacancy, Publication body, CommandContext context) {
        int validity = rules.context().on(context.today()).integer("job.vacancy.validity_days");
        return vacancy.publish(listed(vacancy), found(vacancy, body.officerFinding()), validity, context);
    }

    private Verdict reject(Vacancy vacancy, SendingBack body, CommandContext context) {
        return body.reason().isBlank()
                ? Verdict.refused(Refusal.Kind.VALIDATION, Reason.at("/reason", "REQUIRED"))
                : vacancy.reject(body.reason(), found(vacancy, body.officerFinding()), context);
    }

    private VacancyContent.Finding found(Vacancy vacancy, VacancyContent.@Nullable Fault fault) {
        var facts = new VacancyContent.Facts(vacancy.offer().title(), fault);
        return rules.decide(content, facts).result();
    }

    private Verdict revise(Vacancy vacancy, VacancyOffer offer, CommandContext context) {
        var faults = offer.faults();
        return faults.isEmpty()
                ? vacancy.revise(offer, context)
                : Verdict.refused(Refusal.Kind.VALIDATION, faults.toArray(Reason[]::new));
    }

    private static Verdict openings(Vacancy vacancy, Openings body, CommandContext context) {
        return vacancy.correctOpenings(body.openingsLeft(), context);
    }

    private static Verdict take(Vacancy vacancy, Taken body, CommandContext context) {
        return vacancy.takeOpening(body.placementId());
    }

    private boolean listed(Vacancy vacancy) {
        return employers.isBlacklisted(vacancy.offer().employerUscc());
    }

    /// The employer was blacklisted: everything of it that can be seen is hidden.
    void hideAllOf(String uscc, String eventId, CommandContext context) {
        for (var vacancy : of(uscc, VacancyState.PUBLISHED, VacancyState.SUSPENDED)) {
            done(cases.fire(vacancy.id(), HIDE, new Cause(eventId), context));
        }
    }

    /// The employer left the list: unexpired vacancies come back, expired ones end.
    void restoreAllOf(String uscc, String eventId, CommandContext context) {
        for (var vacancy : of(uscc, VacancyState.HIDDEN)) {
            if (vacancy.validOn(context.today())) {
                done(cases.fire(vacancy.id(), RESTORE, new Cause(eventId), context));
                fillIfTaken(vacancy.id(), context);
            } else {
                done(cases.fire(vacancy.id(), EXPIRE, context));
            }
        }
    }

    /// A case in another state has been dealt with before; a case that could not be saved must be tried again.
    private static void done(Outcome<Vacancy> outcome) {
        if (outcome instanceof Outcome.Refused<Vacancy>(Refusal refusal)
                && refusal.kind() == Refusal.Kind.VERSION_CONFLICT) {
            throw new IllegalStateException("a vacancy is being changed all the time; the event comes again");
        }
    }

    /// A placement takes one opening; the last one fills the vacancy.
    public void placed(String vacancyId, String placementId, CommandContext context) {
        done(cases.fire(vacancyId, TAKE, new Taken(placementId), context));
        fillIfTaken(vacancyId, context);
    }

    private void fillIfTaken(String vacancyId, CommandContext context) {
        var vacancy = mongo.findById(vacancyId, Vacancy.class);
        if (vacancy != null && vacancy.openingsLeft() == 0 && vacancy.state() == VacancyState.PUBLISHED) {
            done(cases.fire(vacancyId, FILL, context));
        }
    }

    Outcome<Vacancy> expire(String id, CommandContext context) {
        return cases.fire(id, EXPIRE, context);
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

    /// The agency through which a vacancy came in, if it was one.
    public Optional<String> agencyOf(String vacancyId) {
        return Optional.ofNullable(mongo.findById(vacancyId, Vacancy.class)).map(Vacancy::agencyUscc);
    }

    @Override
    public List<Due> dueOn(LocalDate on) {
        var waiting = Query.query(Criteria.where("file.state").is(VacancyState.SUBMITTED.name()));
        return mongo.find(waiting, Vacancy.class).stream()
                .flatMap(vacancy -> Stream.ofNullable(moderateBy(vacancy))
                        .map(day -> new Due(
                                "MODERATE_VACANCY",
                                vacancy.id(),
                                vacancy.offer().district(),
                                day)))
                .toList();
    }
}
