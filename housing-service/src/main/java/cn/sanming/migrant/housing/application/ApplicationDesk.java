package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.ban.FraudBans;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseDefinition.Nothing;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
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

    static final String PATH = "/api/v1/housing/applications";

    private static final Set<String> OFFICER = Set.of("HOUSING_OFFICER");
    private static final Set<String> SYSTEM = Set.of("SYSTEM");

    private final Cases cases;
    private final CaseDefinition<HousingApplication> definition;
    private final Review review;
    private final WaitingList list;
    private final FraudBans bans;
    private final MongoTemplate mongo;
    private final Clock clock;

    record Disqualification(@Size(min = 1, max = 20) List<@Size(min = 1, max = 40) String> reasons) {}

    ApplicationDesk(
            Cases cases,
            Intake intake,
            Review review,
            Allocation allocation,
            WaitingList list,
            FraudBans bans,
            MongoTemplate mongo,
            Clock clock) {
        this.cases = cases;
        this.review = review;
        this.list = list;
        this.bans = bans;
        this.mongo = mongo;
        this.clock = clock;
        this.definition = cases.declare(HousingApplication.class, "HousingApplication", PATH)
                .opens(ApplicationForm.class, Set.of("WORKER", "HOUSING_OFFICER"), intake::open)
                .on("return", Intake.Missing.class, intake::returnOnce)
                .on("resubmit", Intake.Supplied.class, intake::resubmit)
                .on("accept", intake::accept)
                .on("check_pass", Findings.class, review::pass)
                .on("reject", Review.Rejection.class, review::reject)
                .on("publicise", Nothing.class, review::publicise)
                .on("object", Review.Dismissal.class, review::uphold)
                .on("qualify", Nothing.class, review::qualify)
                .on("allocate", Allocation.Allotment.class, allocation::allocate)
                .on("sign_lease", Allocation.LeaseForm.class, allocation::signLease)
                .on("sign_sale", Nothing.class, allocation::signSale)
                .on("refuse", Nothing.class, allocation::refuse)
                .on("lapse", Nothing.class, allocation::lapse)
                .on("disqualify", Disqualification.class, this::disqualify)
                .on("withdraw", ApplicationDesk::withdraw)
                .notes("record_papers", OFFICER, Intake.Papers.class, intake::recordPapers)
                .notes(
                        "confirm_employment",
                        Set.of("SYSTEM", "HOUSING_OFFICER"),
                        Nothing.class,
                        (application, _, context) -> intake.confirmEmployment(application, context))
                .notes("lodge_objection", SYSTEM, Review.Complaint.class, review::lodge)
                .notes("dismiss_objection", OFFICER, Review.Dismissal.class, review::dismiss)
                .notes("honour", SYSTEM, Nothing.class, review::honour)
                .notes("decline", Set.of("WORKER"), Nothing.class, allocation::decline)
                .notes("permit_resale", OFFICER, Nothing.class, allocation::permitResale)
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

    private Verdict disqualify(HousingApplication application, Disqualification body, CommandContext context) {
        return Verdict.guards()
                .require(!body.reasons().isEmpty(), Reason.at("/reasons", "REASONS_REQUIRED"))
                .then(() -> {
                    application.close(body.reasons(), context);
                    if (body.reasons().contains(Review.FALSE_STATEMENT)) {
                        bans.impose(application.personId, context.today(), application.file.district(), application.id);
                    }
                });
    }

    private static Verdict withdraw(HousingApplication application, CommandContext context) {
        application.close(List.of("WITHDRAWN"), context);
        return Verdict.granted();
    }

    public Optional<HousingApplication> find(String id) {
        return cases.find(definition, id);
    }

    Outcome<HousingApplication> enter(String id, String command, Object body, CommandContext context) {
        return cases.fire(definition, id, command, body, context);
    }

    /// Gives a drawn home to the applicant, on behalf of whoever held the draw.
    ///
    /// @return whether the application holds this unit now, from this call or from an earlier try
    public boolean allocateDrawn(String applicationId, String unitId, String roundId, CommandContext context) {
        return switch (enter(applicationId, "allocate", new Allocation.Allotment(unitId, roundId), context)) {
            case Outcome.Done<HousingApplication> _, Outcome.Created<HousingApplication> _ -> true;
            case Outcome.Refused<HousingApplication> _ ->
                find(applicationId)
                        .filter(held -> unitId.equals(held.unitId) && roundId.equals(held.roundId))
                        .isPresent();
        };
    }

    /// The title 优秀农民工 reaches every application of the person that is on its way.
    public void honour(String personId, CommandContext context) {
        mongo.find(Query.query(Criteria.where("household").is(personId)), HousingApplication.class)
                .forEach(application -> enter(application.id, "honour", new Nothing(), context));
    }
}
