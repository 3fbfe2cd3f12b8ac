package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for unemployment registration: the rule decides at the application and again when the officer registers.
@Component
class UnemploymentDesk implements UnemploymentRegister {

    private static final String PATH = "/api/v1/jobs/unemployment-registrations";

    private final MongoTemplate mongo;
    private final Dockets dockets;
    private final Docket<UnemploymentRegistration> docket;
    private final RuleBook rules;
    private final UnemploymentRule rule;

    record Missing(List<String> missing) {}

    record Resubmission(@Nullable RegistrationRequest request) {}

    record Cancellation(UnemploymentRegistration.CancelReason reason) {}

    record Contact(@Nullable String note) {}

    UnemploymentDesk(MongoTemplate mongo, Dockets dockets, RuleBook rules, UnemploymentRule rule) {
        this.mongo = mongo;
        this.dockets = dockets;
        this.rules = rules;
        this.rule = rule;
        this.docket = dockets.declare(UnemploymentRegistration.class, "UnemploymentRegistration", PATH)
                .opens(RegistrationRequest.class, Set.of("WORKER", "HR_OFFICER"), this::apply)
                .on("return", Missing.class, (registration, body, _) -> registration.giveBack(body.missing()))
                .on("resubmit", Resubmission.class, (registration, body, _) -> registration.resubmit(body.request()))
                .on("register", this::register)
                .on("reject", Docket.Because.class, (registration, _, _) -> registration.over())
                .on("cancel", Cancellation.class, (registration, body, act) -> registration.cancel(body.reason(), act))
                .on("withdraw", (registration, _) -> registration.over())
                .notes(
                        "contact",
                        Set.of("HR_OFFICER"),
                        Contact.class,
                        (registration, _, act) -> registration.contacted(act))
                .person("WORKER", "personId", UnemploymentRegistration::personId)
                .filter("person_id", "personId")
                .shownAs(RegistrationView.class, RegistrationView::of);
    }

    private Outcome<UnemploymentRegistration> apply(RegistrationRequest request, Act act) {
        var actor = act.actor();
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
        var finding = rules.decide(rule, request.facts(act.today())).result();
        return finding.eligible()
                ? Outcome.created(UnemploymentRegistration.submitted(request, act), "")
                : Outcome.refused(
                        Refusal.Kind.NOT_ELIGIBLE,
                        finding.reasons().stream().map(Reason::of).toArray(Reason[]::new));
    }

    private Verdict register(UnemploymentRegistration registration, Act act) {
        var facts = registration.request().facts(registration.applicationDate());
        return registration.register(rules.decide(rule, facts), act);
    }

    private Optional<UnemploymentRegistration> openOf(String personId) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("openFor").is(personId)), UnemploymentRegistration.class));
    }

    @Override
    public Optional<Registered> of(String personId) {
        return openOf(personId)
                .filter(registration -> registration.registeredOn() != null)
                .map(registration -> new Registered(
                        personId,
                        registration.registeredOn(),
                        registration.request().birthDate(),
                        registration.request().retirementCategory(),
                        registration.request().occupationCodes(),
                        registration.request().skillLevel(),
                        registration.request().preferredDistricts(),
                        registration.request().expectedMinWage(),
                        registration.request().district()));
    }

    /// Work was found: the registration ends by itself.
    void employed(String personId, Act act) {
        openOf(personId)
                .filter(open -> open.registeredOn() != null)
                .ifPresent(open -> cancel(open, UnemploymentRegistration.CancelReason.EMPLOYED, act));
    }

    /// Ends registrations of those who have retired or were not in contact for the months allowed.
    void endOverdue(LocalDate date, Act act) {
        int months = rules.grounds().on(date).integer("job.unemployment.no_contact_months");
        var registered = Query.query(Criteria.where("file.state").is(UnemploymentRegistration.State.REGISTERED.name()));
        try (var all = mongo.stream(registered, UnemploymentRegistration.class)) {
            all.forEach(registration -> {
                var request = registration.request();
                var contact = registration.lastContactOn();
                if (!Retirement.date(request.birthDate(), request.retirementCategory())
                        .isAfter(date)) {
                    cancel(registration, UnemploymentRegistration.CancelReason.RETIRED, act);
                } else if (contact != null && Dates.reached(contact, months, date)) {
                    cancel(registration, UnemploymentRegistration.CancelReason.NO_CONTACT_6_MONTHS, act);
                }
            });
        }
    }

    private void cancel(UnemploymentRegistration registration, UnemploymentRegistration.CancelReason reason, Act act) {
        dockets.fire(docket, registration.id(), "cancel", new Cancellation(reason), act);
    }
}
