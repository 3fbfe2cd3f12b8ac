package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window of the housing office for applications (住房保障窗口).
@Component
public class ApplicationDesk {

    static final Command<HousingApplication, ApplicationForm> OPEN =
            Command.of("openHousingApplication", ApplicationForm.class);
    static final Command<HousingApplication, Intake.Missing> RETURN =
            Command.of("returnHousingApplication", Intake.Missing.class);
    static final Command<HousingApplication, Intake.Supplied> RESUBMIT =
            Command.of("resubmitHousingApplication", Intake.Supplied.class);
    static final Command<HousingApplication, Command.Nothing> ACCEPT = Command.of("acceptHousingApplication");
    static final Command<HousingApplication, Findings> CHECK_PASS =
            Command.of("checkPassHousingApplication", Findings.class);
    static final Command<HousingApplication, Review.Rejection> REJECT =
            Command.of("rejectHousingApplication", Review.Rejection.class);
    static final Command<HousingApplication, Command.Nothing> PUBLICISE =
            Command.of("publiciseHousingApplication", Command.Nothing.class);
    static final Command<HousingApplication, Review.Dismissal> OBJECT =
            Command.of("objectHousingApplication", Review.Dismissal.class);
    static final Command<HousingApplication, Command.Nothing> QUALIFY =
            Command.of("qualifyHousingApplication", Command.Nothing.class);
    static final Command<HousingApplication, Allocation.Allotment> ALLOCATE =
            Command.of("allocateHousingApplication", Allocation.Allotment.class);
    static final Command<HousingApplication, Allocation.LeaseForm> SIGN_LEASE =
            Command.of("signLeaseHousingApplication", Allocation.LeaseForm.class);
    static final Command<HousingApplication, Command.Nothing> SIGN_SALE =
            Command.of("signSaleHousingApplication", Command.Nothing.class);
    static final Command<HousingApplication, Command.Nothing> REFUSE =
            Command.of("refuseHousingApplication", Command.Nothing.class);
    static final Command<HousingApplication, Command.Nothing> LAPSE =
            Command.of("lapseHousingApplication", Command.Nothing.class);
    static final Command<HousingApplication, Disqualification> DISQUALIFY =
            Command.of("disqualifyHousingApplication", Disqualification.class);
    static final Command<HousingApplication, Command.Nothing> WITHDRAW = Command.of("withdrawHousingApplication");
    static final Command<HousingApplication, Intake.Papers> RECORD_PAPERS =
            Command.of("recordPapersHousingApplication", Intake.Papers.class);
    static final Command<HousingApplication, Command.Nothing> CONFIRM_EMPLOYMENT =
            Command.of("confirmEmploymentHousingApplication", Command.Nothing.class);
    static final Command<HousingApplication, Review.Complaint> LODGE_OBJECTION =
            Command.of("lodgeObjectionHousingApplication", Review.Complaint.class);
    static final Command<HousingApplication, Review.Dismissal> DISMISS_OBJECTION =
            Command.of("dismissObjectionHousingApplication", Review.Dismissal.class);
    static final Command<HousingApplication, Command.Nothing> HONOUR =
            Command.of("honourHousingApplication", Command.Nothing.class);
    static final Command<HousingApplication, Command.Nothing> DECLINE =
            Command.of("declineHousingApplication", Command.Nothing.class);
    static final Command<HousingApplication, Command.Nothing> PERMIT_RESALE =
            Command.of("permitResaleHousingApplication", Command.Nothing.class);

    static final String PATH = "/api/v1/housing/applications";

    private static final Set<String> OFFICER = Set.of("HOUSING_OFFICER");
    private static final Set<String> SYSTEM = Set.of("SYSTEM");

    private final Cases cases;
    private final CaseDefinition<HousingApplication> definition;
    private final Review review;
    private final WaitingList list;
    private final MongoTemplate mongo;
    private final Clock clock;

    record Disqualification(@Size(min = 1, max = 20) List<@Size(min = 1, max = 40) String> reasons) {}

    ApplicationDesk(
            Cases cases,
            Intake intake,
            Review review,
            Allocation allocation,
            WaitingList list,
            MongoTemplate mongo,
            Clock clock) {
        this.cases = cases;
        this.review = review;
        this.list = list;
        this.mongo = mongo;
        this.clock = clock;
        this.definition = cases.define(HousingApplication.class, "HousingApplication", PATH)
                .opens(OPEN, Set.of("WORKER", "HOUSING_OFFICER"), intake::open)
                .on(RETURN, intake::returnOnce)
                .on(RESUBMIT, intake::resubmit)
                .on(ACCEPT, intake::accept)
                .on(CHECK_PASS, review::pass)
                .on(REJECT, review::reject)
                .on(PUBLICISE, review::publicise)
                .on(OBJECT, review::uphold)
                .on(QUALIFY, review::qualify)
                .on(ALLOCATE, allocation::allocate)
                .on(SIGN_LEASE, allocation::signLease)
                .on(SIGN_SALE, allocation::signSale)
                .on(REFUSE, allocation::refuse)
                .on(LAPSE, allocation::lapse)
                .on(DISQUALIFY, ApplicationDesk::disqualify)
                .on(WITHDRAW, ApplicationDesk::withdraw)
                .notes(RECORD_PAPERS, OFFICER, intake::recordPapers)
                .notes(
                        CONFIRM_EMPLOYMENT,
                        Set.of("SYSTEM", "HOUSING_OFFICER"),
                        (application, _, context) -> intake.confirmEmployment(application, context))
                .notes(LODGE_OBJECTION, SYSTEM, review::lodge)
                .notes(DISMISS_OBJECTION, OFFICER, review::dismiss)
                .notes(HONOUR, SYSTEM, review::honour)
                .notes(DECLINE, Set.of("WORKER"), allocation::decline)
                .notes(PERMIT_RESALE, OFFICER, allocation::permitResale)
                .person("WORKER", "personId", HousingApplication::personId)
                .filter("person_id", "personId")
                .shownAs(ApplicationView.class, this::view);
    }

    private ApplicationView view(HousingApplication application, Actor actor) {
        var mine = application.personId.equals(actor.workerId());
        return ApplicationView.of(
                application, mine ? list.positionOf(application).orElse(null) : null, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    }

    private static Verdict disqualify(HousingApplication application, Disqualification body, CommandContext context) {
        var closed = Verdict.guards()
                .require(!body.reasons().isEmpty(), Reason.at("/reasons", "REASONS_REQUIRED"))
                .then(() -> application.close(body.reasons()));
        return ApplicationEffects.banned(
                application,
                body.reasons(),
                context,
                ApplicationEffects.released(application.unitId, application, closed));
    }

    private static Verdict withdraw(HousingApplication application, CommandContext context) {
        application.close(List.of("WITHDRAWN"));
        return ApplicationEffects.released(application.unitId, application, Verdict.granted());
    }

    public Optional<HousingApplication> find(String id) {
        return cases.find(definition, id);
    }

    <B> Outcome<HousingApplication> enter(
            String id, Command<HousingApplication, B> command, B body, CommandContext context) {
        return cases.fire(id, command, body, context);
    }

    /// Gives a drawn home to the applicant, on behalf of whoever held the draw.
    public DrawnHome allocateDrawn(String applicationId, String unitId, String roundId, CommandContext context) {
        return switch (enter(applicationId, ALLOCATE, new Allocation.Allotment(unitId, roundId), context)) {
            case Outcome.Done<HousingApplication> _, Outcome.Created<HousingApplication> _ -> new DrawnHome.Given();
            case Outcome.Refused<HousingApplication>(Refusal refusal) ->
                find(applicationId)
                        .map(now -> now.drawn(unitId, roundId, refusal, context.today()))
                        .orElseGet(() -> new DrawnHome.Hindered(refusal));
        };
    }

    /// Whether an application had left the list as it was said, by the end of a day.
    public boolean hadLeft(String applicationId, String unitId, DrawnHome.Left left, LocalDate on) {
        return find(applicationId)
                .filter(now -> now.hadLeft(unitId, left.why(), on))
                .isPresent();
    }

    /// The title 优秀农民工 reaches every application of the person that is on its way.
    public void honour(String personId, CommandContext context) {
        mongo.find(Query.query(Criteria.where("household").is(personId)), HousingApplication.class)
                .forEach(application -> enter(application.id, HONOUR, new Command.Nothing(), context)
                        .orRetry());
    }
}
