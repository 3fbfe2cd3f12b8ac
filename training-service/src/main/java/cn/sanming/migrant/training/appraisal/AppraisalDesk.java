package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.training.offer.Offers;
import cn.sanming.migrant.training.policy.WorkingDayDeadline;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for appraisals; every morning it reminds of the steps that were due.
@Component
class AppraisalDesk implements DueWork {

    static final Command<Appraisal, AppraisalRequest> OPEN =
            Command.of("openAppraisalApplication", AppraisalRequest.class);
    static final Command<Appraisal, Command.Nothing> ACCEPT = Command.of("acceptAppraisalApplication");
    static final Command<Appraisal, To> FORWARD = Command.of("forwardAppraisalApplication", To.class);
    static final Command<Appraisal, Command.Nothing> AGENCY_ACCEPT = Command.of("agencyAcceptAppraisalApplication");
    static final Command<Appraisal, Command.Because> AGENCY_DECLINE =
            Command.because("agencyDeclineAppraisalApplication");
    static final Command<Appraisal, Command.Because> REJECT = Command.because("rejectAppraisalApplication");
    static final Command<Appraisal, Exam> SCHEDULE = Command.of("scheduleAppraisalApplication", Exam.class);
    static final Command<Appraisal, Command.Nothing> PASS = Command.of("passAppraisalApplication");
    static final Command<Appraisal, Command.Nothing> FAIL = Command.of("failAppraisalApplication");
    static final Command<Appraisal, Command.Nothing> ABSENT = Command.of("absentAppraisalApplication");
    static final Command<Appraisal, Command.Nothing> RETAKE = Command.of("retakeAppraisalApplication");
    static final Command<Appraisal, Issue> ISSUE_CERTIFICATE =
            Command.of("issueCertificateAppraisalApplication", Issue.class);
    static final Command<Appraisal, Command.Nothing> REMIND =
            Command.of("remindAppraisalApplication", Command.Nothing.class);

    private static final String PATH = "/api/v1/training/appraisals";

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<Appraisal> definition;
    private final Registrar registrar;
    private final Offers offers;
    private final RuleBook rules;
    private final WorkingDayDeadline deadline;

    record To(String agencyUscc) {}

    /// @param fee the approved fee, where it differs from the one asked for
    record Exam(
            LocalDate examOn, @Nullable Money fee, @Nullable String lateReason) {}

    record Issue(Certificate.Kind kind, String number) {}

    AppraisalDesk(
            MongoTemplate mongo,
            Cases cases,
            Registrar registrar,
            Offers offers,
            RuleBook rules,
            WorkingDayDeadline deadline) {
        this.mongo = mongo;
        this.cases = cases;
        this.registrar = registrar;
        this.offers = offers;
        this.rules = rules;
        this.deadline = deadline;
        this.definition = cases.define(Appraisal.class, "AppraisalApplication", PATH)
                .opens(OPEN, Set.of("WORKER"), this::apply)
                .on(ACCEPT, (appraisal, context) -> appraisal.accept(limit("training.exam_schedule_wd", context)))
                .on(FORWARD, (appraisal, body, context) -> appraisal.forward(body.agencyUscc(), agency(body), context))
                .on(
                        AGENCY_ACCEPT,
                        (appraisal, context) -> appraisal.agencyAccept(limit("training.exam_schedule_wd", context)))
                .on(
                        AGENCY_DECLINE,
                        (appraisal, _, context) -> appraisal.agencyDecline(limit("training.forward_wd", context)))
                .on(REJECT, (appraisal, _, _) -> appraisal.reject())
                .on(
                        SCHEDULE,
                        (appraisal, body, context) ->
                                appraisal.schedule(body.examOn(), body.fee(), body.lateReason(), context))
                .on(
                        PASS,
                        (appraisal, context) -> appraisal.pass(
                                failedBefore(appraisal), limit("training.certificate_wd", context), context))
                .on(FAIL, Appraisal::notPassed)
                .on(ABSENT, Appraisal::notPassed)
                .on(RETAKE, (appraisal, context) -> appraisal.retake(limit("training.forward_wd", context)))
                .on(
                        ISSUE_CERTIFICATE,
                        (appraisal, body, context) -> registrar.issue(appraisal, body.kind(), body.number(), context))
                .notes(REMIND, Set.of("SYSTEM"), (appraisal, _, context) -> appraisal.remind(context))
                .firm("APPRAISAL_ORG", "agencyUscc", Appraisal::agencyUscc)
                .person("WORKER", "personId", Appraisal::personId)
                .readableBy("HR_HEAD")
                .filter("overdue_step", "timetable.overdueStep")
                .shownAs(AppraisalView.class, AppraisalView::of);
    }

    private Outcome<Appraisal> apply(AppraisalRequest request, CommandContext context) {
        if (Divisions.sanming().find(request.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!request.crossRegion() && request.agencyUscc() == null) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/agency_uscc", "REQUIRED"));
        }
        if (!request.personId().equals(context.actor().workerId())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOU"));
        }
        var same = ofTheSameSkill(request);
        var standing = same.stream().filter(Appraisal::isUnderWay).findFirst();
        if (standing.isPresent()) {
            return Outcome.duplicate(PATH + '/' + standing.get().id(), Reason.of("DUPLICATE"));
        }
        offers.takeAppraisals(request.personId(), request.occupationCode());
        return Outcome.created(
                Appraisal.submitted(request, same.size(), limit("training.forward_wd", context), context), "");
    }

    private @Nullable Agency agency(To body) {
        return mongo.findById(body.agencyUscc(), Agency.class);
    }

    private boolean failedBefore(Appraisal appraisal) {
        return ofTheSameSkill(appraisal.request()).stream()
                .anyMatch(other -> !other.id().equals(appraisal.id()) && other.hasFailed());
    }

    private List<Appraisal> ofTheSameSkill(AppraisalRequest request) {
        var mine = Query.query(Criteria.where("personId").is(request.personId()));
        return mongo.find(mine, Appraisal.class).stream()
                .filter(appraisal -> appraisal.request().sameSkill(request))
                .toList();
    }

    private LocalDate limit(String parameter, CommandContext context) {
        return rules.decide(deadline, new WorkingDayDeadline.Facts(parameter, context.today(), null))
                .result()
                .deadline();
    }

    @Override
    public String name() {
        return "appraisal-deadlines";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(7, 0);
    }

    /// A step is overdue from the day after its last day on; each is reminded of once.
    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "remind",
                Appraisal.class,
                date -> Criteria.where("timetable.dueOn")
                        .lt(date)
                        .and("timetable.overdueStep")
                        .exists(false),
                (id, day) -> day.orRetry(cases.fire(id, REMIND, day.context()))));
    }
}
