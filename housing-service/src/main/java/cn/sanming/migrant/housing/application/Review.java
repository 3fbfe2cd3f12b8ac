package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.ban.FraudBans;
import cn.sanming.migrant.housing.work.WorkHistory;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The check of the conditions, publicity and objections (审核、公示).
@Component
class Review {

    static final String FALSE_STATEMENT = "FALSE_STATEMENT";

    private static final String WORKED_TOO_SHORT = "WORKED_LT_3_YEARS";

    /// Reasons that only the rules can find; an officer may not claim them against their finding.
    private static final Set<String> FOUND_BY_RULE = Set.of(
            WORKED_TOO_SHORT,
            "HOME_AREA_NOT_BELOW_LIMIT",
            "INCOME_ABOVE_LIMIT",
            "DUPLICATE",
            "FRAUD_BAN",
            "NO_TALENT_CERTIFICATE",
            "NOT_EMPLOYED_IN_CITY_AREA",
            "OWNS_HOME");

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final RentalEligibility rental;
    private final PriceLimitedEligibility priceLimited;
    private final Intake intake;
    private final Tenancies tenancies;
    private final FraudBans bans;
    private final Honours honours;

    record Rejection(
            @Size(max = 20) List<@Size(min = 1, max = 40) String> reasons,
            @Nullable Findings findings) {}

    record Complaint(@Size(min = 5, max = 500) String text) {}

    record Dismissal(String objectionId) {}

    Review(
            MongoTemplate mongo,
            RuleBook rules,
            RentalEligibility rental,
            PriceLimitedEligibility priceLimited,
            Intake intake,
            Tenancies tenancies,
            FraudBans bans,
            Honours honours) {
        this.mongo = mongo;
        this.rules = rules;
        this.rental = rental;
        this.priceLimited = priceLimited;
        this.intake = intake;
        this.tenancies = tenancies;
        this.bans = bans;
        this.honours = honours;
    }

    Verdict pass(HousingApplication application, Findings found, CommandContext context) {
        var reasons = decide(application, found, context);
        if (application.employmentDegraded && reasons.remove(WORKED_TOO_SHORT)) {
            // nobody is refused because another department is silent: papers are asked for instead
            reasons.add(Intake.EMPLOYMENT_PROOF);
            return Verdict.refused(
                    Kind.GUARD_FAILED, reasons.stream().map(Reason::of).toArray(Reason[]::new));
        }
        if (!reasons.isEmpty()) {
            return Verdict.refused(
                    Kind.NOT_ELIGIBLE, reasons.stream().map(Reason::of).toArray(Reason[]::new));
        }
        application.priorityClass = PriorityClass.of(application.circumstances, honours.anyOf(application.household));
        return Verdict.granted().then(ApplicationDesk.PUBLICISE.on(application.id, new Nothing()));
    }

    Verdict reject(HousingApplication application, Rejection body, CommandContext context) {
        var found = decide(application, body.findings() == null ? Findings.none() : body.findings(), context);
        var guards = Verdict.guards().require(!body.reasons().isEmpty(), Reason.at("/reasons", "REASONS_REQUIRED"));
        for (var claimed : body.reasons()) {
            if (claimed.equals(WORKED_TOO_SHORT) && application.employmentDegraded) {
                guards.require(false, "EMPLOYMENT_NOT_CONFIRMED");
            } else if (FOUND_BY_RULE.contains(claimed)) {
                guards.require(
                        found.contains(claimed),
                        Reason.at("/reasons", "REASON_NOT_FOUND").required(found, claimed));
            }
        }
        var reasons = List.copyOf(new LinkedHashSet<>(body.reasons()));
        var rejected = guards.then(() -> {
            application.close(reasons);
            application.file.record(
                    new ApplicationEvent.Rejected(application.id, application.personId, application.programme, reasons),
                    context);
        });
        return ApplicationEffects.banned(application, reasons, context, rejected);
    }

    /// Reckons the conditions from the statement, the findings and the registers; every reason that fails.
    private List<String> decide(HousingApplication application, Findings found, CommandContext context) {
        application.circumstances = application.circumstances.corrected(found);
        var history = intake.learn(application, context);
        return new ArrayList<>(
                switch (application.programme) {
                    case PUBLIC_RENTAL -> decideRental(application);
                    case PRICE_LIMITED -> decidePriceLimited(application, history);
                });
    }

    private List<String> decideRental(HousingApplication application) {
        var life = application.circumstances;
        application.rental = rules.decide(
                rental,
                new RentalEligibility.Facts(
                        application.workYears.result().eligible(),
                        life.localIn(application.file.district()),
                        null,
                        life.ownHomeArea(),
                        life.persons(),
                        life.incomePerCapita(),
                        tenancies.anyOpenOf(application.household),
                        bans.until(application.personId),
                        application.applicationDate));
        return application.rental.result().reasons();
    }

    private List<String> decidePriceLimited(HousingApplication application, WorkHistory history) {
        var life = application.circumstances;
        var places = history.districtsOn(application.applicationDate);
        var employedIn = places.stream()
                .filter(Divisions.sanming()::isCityArea)
                .findFirst()
                .orElse(places.isEmpty() ? "" : places.getFirst());
        application.priceLimited = rules.decide(
                priceLimited,
                new PriceLimitedEligibility.Facts(
                        life.hasTalentCertificateOn(application.applicationDate),
                        employedIn,
                        life.ownsHomeInCityArea(),
                        boughtBefore(application)));
        return application.priceLimited.result().reasons();
    }

    private boolean boughtBefore(HousingApplication application) {
        return mongo.exists(
                Query.query(Criteria.where("household")
                        .in(application.household)
                        .and("file.state")
                        .is(ApplicationState.SOLD.name())),
                HousingApplication.class);
    }

    Verdict publicise(HousingApplication application, Nothing nothing, CommandContext context) {
        var figures = rules.policy().on(application.applicationDate, application.file.district());
        application.publicisedOn = context.today();
        application.publicityLastDay =
                rules.calendar().workingDaysAfter(context.today(), figures.integer("housing.publicity_wd"));
        application.objections = new ArrayList<>();
        return Verdict.granted();
    }

    /// Anybody may object until the end of the last day.
    Verdict lodge(HousingApplication application, Complaint body, CommandContext context) {
        var last = application.publicityLastDay;
        return Verdict.guards()
                .require(application.file.is(ApplicationState.PUBLICISED), "NOT_IN_PUBLICITY")
                .require(
                        last != null && !context.today().isAfter(last),
                        Reason.of("PUBLICITY_OVER").required(last, context.today()))
                .then(() -> application.objections.add(
                        new Objection(Ids.next("ob"), context.actor().id(), context.today(), body.text(), null)));
    }

    Verdict dismiss(HousingApplication application, Dismissal body, CommandContext context) {
        return Verdict.guards()
                .require(
                        application.objections.stream()
                                .anyMatch(objection ->
                                        objection.id().equals(body.objectionId()) && objection.upheld() == null),
                        Reason.at("/objection_id", "OBJECTION_NOT_OPEN"))
                .then(() -> application.objections.replaceAll(objection ->
                        objection.id().equals(body.objectionId()) ? objection.answered(false) : objection));
    }

    /// An objection is right: the conditions are checked again, in full time.
    Verdict uphold(HousingApplication application, Dismissal body, CommandContext context) {
        return Verdict.guards()
                .require(
                        application.objections.stream()
                                .anyMatch(objection ->
                                        objection.id().equals(body.objectionId()) && objection.upheld() == null),
                        Reason.at("/objection_id", "OBJECTION_NOT_OPEN"))
                .then(() -> {
                    application.objections.replaceAll(objection ->
                            objection.id().equals(body.objectionId()) ? objection.answered(true) : objection);
                    intake.startCheck(application, context.today());
                });
    }

    Verdict qualify(HousingApplication application, Nothing nothing, CommandContext context) {
        var from = qualifiesFrom(application);
        return Verdict.guards()
                .require(
                        from != null && !context.today().isBefore(from),
                        Reason.of("PUBLICITY_RUNNING").required(from, context.today()))
                .require(!application.hasOpenObjection(), "OBJECTION_OPEN")
                .then(() -> {
                    var district = application.file.district();
                    var years = rules.policy().on(context.today(), district).integer("housing.waitlist_max_years");
                    application.qualifiedOn = context.today();
                    application.waitingListLatest = Dates.addYears(context.today(), years);
                    application.joinQueue();
                    application.file.record(
                            new ApplicationEvent.Qualified(
                                    application.id,
                                    application.personId,
                                    application.programme,
                                    district == null ? "" : district,
                                    application.priorityClass(),
                                    context.today()),
                            context);
                });
    }

    /// A title granted while the application is on its way raises it to class 2.
    Verdict honour(HousingApplication application, Nothing nothing, CommandContext context) {
        if (application.priorityClass != null && application.priorityClass > PriorityClass.DISABLED_OR_HONOURED) {
            application.priorityClass = PriorityClass.DISABLED_OR_HONOURED;
            if (application.queue != null) {
                application.joinQueue();
            }
        }
        return Verdict.granted();
    }

    boolean mayQualify(HousingApplication application, LocalDate on) {
        var from = qualifiesFrom(application);
        return from != null && !on.isBefore(from) && !application.hasOpenObjection();
    }

    /// The first working day after the publicity: what was objected on its last evening is read before anybody ranks.
    private @Nullable LocalDate qualifiesFrom(HousingApplication application) {
        var last = application.publicityLastDay;
        return last == null ? null : rules.calendar().workingDaysAfter(last, 1);
    }
}
