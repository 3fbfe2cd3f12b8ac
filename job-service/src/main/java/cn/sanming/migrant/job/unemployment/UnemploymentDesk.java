package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.job.worklist.RunningDeadlines;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for unemployment registration: the rule decides at the application and again when the officer registers.
@Component
class UnemploymentDesk implements UnemploymentRegister, RunningDeadlines {

    static final Command<UnemploymentRegistration, RegistrationRequest> OPEN =
            Command.of("openUnemploymentRegistration", RegistrationRequest.class);
    static final Command<UnemploymentRegistration, Missing> RETURN =
            Command.of("returnUnemploymentRegistration", Missing.class);
    static final Command<UnemploymentRegistration, Resubmission> RESUBMIT =
            Command.of("resubmitUnemploymentRegistration", Resubmission.class);
    static final Command<UnemploymentRegistration, Command.Nothing> REGISTER =
            Command.of("registerUnemploymentRegistration");
    static final Command<UnemploymentRegistration, Rejection> REJECT =
            Command.of("rejectUnemploymentRegistration", Rejection.class);
    static final Command<UnemploymentRegistration, Cancellation> CANCEL =
            Command.of("cancelUnemploymentRegistration", Cancellation.class);
    static final Command<UnemploymentRegistration, Command.Nothing> WITHDRAW =
            Command.of("withdrawUnemploymentRegistration");
    static final Command<UnemploymentRegistration, Contact> CONTACT =
            Command.of("contactUnemploymentRegistration", Contact.class);
    static final Command<UnemploymentRegistration, Adviser> ASSIGN =
            Command.of("assignUnemploymentRegistration", Adviser.class);

    private static final String PATH = "/api/v1/jobs/unemployment-registrations";

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<UnemploymentRegistration> definition;
    private final WorkBook work;
    private final RuleBook rules;
    private final UnemploymentRule rule;

    record Missing(List<String> missing) {}

    record Resubmission(@Nullable RegistrationRequest request) {}

    record Cancellation(UnemploymentRegistration.CancelReason reason) {}

    record Contact(@Nullable String note) {}

    record Adviser(String adviser) {}

    /// @param reasons codes of the rule, or what else stands against it
    record Rejection(@Nullable String reason, @Nullable List<String> reasons) {}

    UnemploymentDesk(MongoTemplate mongo, Cases cases, @Lazy WorkBook work, RuleBook rules, UnemploymentRule rule) {
        this.mongo = mongo;
        this.cases = cases;
        this.work = work;
        this.rules = rules;
        this.rule = rule;
        this.definition = cases.define(UnemploymentRegistration.class, "UnemploymentRegistration", PATH)
                .opens(OPEN, Set.of("WORKER", "HR_OFFICER"), this::apply)
                .on(RETURN, (registration, body, _) -> registration.giveBack(body.missing()))
                .on(RESUBMIT, (registration, body, _) -> registration.resubmit(body.request()))
                .on(REGISTER, this::register)
                .on(REJECT, UnemploymentDesk::reject)
                .on(CANCEL, (registration, body, context) -> registration.cancel(body.reason(), context))
                .on(WITHDRAW, (registration, _) -> registration.over())
                .notes(
                        CONTACT,
                        Set.of("HR_OFFICER"),
                        (registration, body, context) -> registration.contacted(body.note(), context))
                .notes(ASSIGN, Set.of("HR_OFFICER"), (registration, body, _) -> registration.adviseBy(body.adviser()))
                .person("WORKER", "personId", UnemploymentRegistration::personId)
                .filter("person_id", "personId")
                .shownAs(RegistrationView.class, this::view);
    }

    private RegistrationView view(UnemploymentRegistration registration) {
        var waiting = registration.file().is(UnemploymentRegistration.State.SUBMITTED);
        var since = registration.registeredOn();
        return RegistrationView.of(
                registration,
                waiting ? after(registration.submittedOn(), "job.unemployment.review_wd") : null,
                since == null ? null : after(since, "job.recommend.first_wd"));
    }

    private LocalDate after(LocalDate from, String days) {
        return rules.calendar().workingDaysAfter(from, rules.context().on(from).integer(days));
    }

    private static Verdict reject(UnemploymentRegistration registration, Rejection body, CommandContext context) {
        var given = body.reasons() == null ? List.<String>of() : body.reasons();
        var some = body.reason() != null && !body.reason().isBlank() || !given.isEmpty();
        return some ? registration.over() : Verdict.refused(Refusal.Kind.VALIDATION, Reason.at("/reasons", "REQUIRED"));
    }

    private Outcome<UnemploymentRegistration> apply(RegistrationRequest request, CommandContext context) {
        var actor = context.actor();
        if (!actor.has("HR_OFFICER") && !request.personId().equals(actor.workerId())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOU"));
        }
        if (Divisions.sanming().find(request.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (actor.has("HR_OFFICER") && !actor.mayActIn(request.district())) {
            return Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var open = openOf(request.personId());
        if (open.isPresent()) {
            return Outcome.duplicate(PATH + '/' + open.get().id(), Reason.of("DUPLICATE"));
        }
        var finding =
                rules.decide(rule, facts(request, context.today(), context)).result();
        return finding.eligible()
                ? Outcome.created(UnemploymentRegistration.submitted(request, context), "")
                : Outcome.refused(
                        Refusal.Kind.NOT_ELIGIBLE,
                        finding.reasons().stream().map(Reason::of).toArray(Reason[]::new));
    }

    private Verdict register(UnemploymentRegistration registration, CommandContext context) {
        var facts = facts(registration.request(), registration.applicationDate(), context);
        return registration.register(rules.decide(rule, facts), context);
    }

    private UnemploymentRule.Facts facts(RegistrationRequest request, LocalDate on, CommandContext context) {
        var proven =
                mongo
                        .find(Query.query(Criteria.where("personId").is(request.personId())), ProvenResidence.class)
                        .stream()
                        .map(lease -> new ResidenceSpell(lease.from(), lease.to(), lease.district()))
                        .toList();
        var working = work.workOf(request.personId(), context.today()).isPresent();
        return request.facts(proven, working, on);
    }

    private Optional<UnemploymentRegistration> openOf(String personId) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("openFor").is(personId)), UnemploymentRegistration.class));
    }

    @Override
    public Optional<Registered> of(String personId) {
        return openOf(personId)
                .filter(registration -> registration.registeredOn() != null)
                .map(UnemploymentDesk::registered);
    }

    @Override
    public Stream<String> personsSince(LocalDate from) {
        var query = Query.query(Criteria.where("file.state")
                .is(UnemploymentRegistration.State.REGISTERED.name())
                .and("registeredOn")
                .gte(from));
        query.fields().include("personId");
        return mongo.query(UnemploymentRegistration.class).as(PersonOnly.class).matching(query).all().stream()
                .map(PersonOnly::personId);
    }

    private record PersonOnly(String personId) {}

    @Override
    public List<Registered> since(LocalDate from) {
        var query = Query.query(Criteria.where("file.state")
                .is(UnemploymentRegistration.State.REGISTERED.name())
                .and("registeredOn")
                .gte(from.toString()));
        return mongo.find(query, UnemploymentRegistration.class).stream()
                .map(UnemploymentDesk::registered)
                .toList();
    }

    private static Registered registered(UnemploymentRegistration registration) {
        var request = registration.request();
        return new Registered(
                registration.id(),
                registration.personId(),
                Objects.requireNonNull(registration.registeredOn()),
                request.birthDate(),
                request.retirementCategory(),
                request.occupationCodes(),
                request.skillLevel(),
                request.preferredDistricts(),
                request.expectedMinWage(),
                request.district());
    }

    @Override
    public List<Due> dueOn(LocalDate on) {
        var waiting = Query.query(Criteria.where("file.state").is(UnemploymentRegistration.State.SUBMITTED.name()));
        return mongo.find(waiting, UnemploymentRegistration.class).stream()
                .map(registration -> new Due(
                        "DECIDE_REGISTRATION",
                        registration.id(),
                        registration.request().district(),
                        after(registration.submittedOn(), "job.unemployment.review_wd")))
                .toList();
    }

    /// A lease proves where its tenants live.
    void proveResidence(ProvenResidence lease) {
        mongo.save(lease);
    }

    /// Work was found: the registration ends by itself.
    void employed(String personId, CommandContext context) {
        openOf(personId).filter(open -> open.registeredOn() != null).ifPresent(open -> cancel(
                        open, UnemploymentRegistration.CancelReason.EMPLOYED, context)
                .orRetry());
    }

    /// Ends the registration of somebody who has retired.
    void endIfRetired(String id, BusinessDay day) {
        cases.find(definition, id)
                .filter(registration -> {
                    var request = registration.request();
                    return !Retirement.date(request.birthDate(), request.retirementCategory())
                            .isAfter(day.date());
                })
                .ifPresent(registration -> day.orRetry(
                        cancel(registration, UnemploymentRegistration.CancelReason.RETIRED, day.context())));
    }

    /// Ends the registration of somebody who was not in contact for the months allowed.
    void endIfSilent(String id, BusinessDay day) {
        cases.find(definition, id)
                .filter(registration -> {
                    var contact = registration.lastContactOn();
                    return contact != null && Dates.reached(contact, silentMonths(day.date()), day.date());
                })
                .ifPresent(registration -> day.orRetry(cancel(
                        registration, UnemploymentRegistration.CancelReason.NO_CONTACT_6_MONTHS, day.context())));
    }

    int silentMonths(LocalDate date) {
        return rules.context().on(date).integer("job.unemployment.no_contact_months");
    }

    private Outcome<UnemploymentRegistration> cancel(
            UnemploymentRegistration registration,
            UnemploymentRegistration.CancelReason reason,
            CommandContext context) {
        return cases.fire(registration.id(), CANCEL, new Cancellation(reason), context);
    }
}
