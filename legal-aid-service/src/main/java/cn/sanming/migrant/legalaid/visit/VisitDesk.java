package cn.sanming.migrant.legalaid.visit;

import cn.sanming.migrant.legalaid.aid.AidApplication;
import cn.sanming.migrant.legalaid.aid.AidDesk;
import cn.sanming.migrant.legalaid.aid.Matter;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes requests for visits, schedules and holds them, and opens one case per worker (一人一案).
@Component
public class VisitDesk {

    static final Command<GroupVisit, VisitRequest> OPEN = Command.of("openGroupVisit", VisitRequest.class);
    static final Command<GroupVisit, Appointment> SCHEDULE = Command.of("scheduleGroupVisit", Appointment.class);
    static final Command<GroupVisit, Appointment> RESCHEDULE = Command.of("rescheduleGroupVisit", Appointment.class);
    static final Command<GroupVisit, Command.Nothing> VISIT = Command.of("visitGroupVisit");
    static final Command<GroupVisit, Command.Nothing> ACCEPT = Command.of("acceptGroupVisit");
    static final Command<GroupVisit, Command.Nothing> CANCEL = Command.of("cancelGroupVisit");

    private final Cases cases;
    private final CaseDefinition<GroupVisit> definition;
    private final RuleBook rules;
    private final GroupVisitOffer offer;
    private final AidDesk aid;

    record Appointment(LocalDate visitOn, @Nullable String place, GroupVisit.@Nullable Kind kind) {}

    VisitDesk(Cases cases, RuleBook rules, GroupVisitOffer offer, AidDesk aid) {
        this.cases = cases;
        this.rules = rules;
        this.offer = offer;
        this.aid = aid;
        this.definition = cases.define(GroupVisit.class, "GroupVisit", "/api/v1/legal-aid/visits")
                .opens(
                        OPEN,
                        Set.of("WORKER", "LEGAL_AID_OFFICER", "UNION_OFFICER"),
                        (request, context) -> request(Ids.next("gv"), request, context))
                .on(SCHEDULE, VisitDesk::schedule)
                .on(RESCHEDULE, VisitDesk::schedule)
                .on(VISIT, VisitDesk::visit)
                .on(ACCEPT, this::accept)
                .on(CANCEL)
                .person("WORKER", "personIds", visit -> visit.personIds)
                .readableBy("LEGAL_AID_OFFICER", "UNION_OFFICER")
                .filter("employer_uscc", "employerUscc")
                .shownAs(VisitView.class, VisitView::of);
    }

    /// Asks for the visit of an offer: the same offer always leads to the same visit.
    public Outcome<?> ask(String offerId, VisitRequest request, CommandContext context) {
        var id = Ids.of("gv", offerId);
        return cases.open(
                        definition,
                        request,
                        (body, doing) -> find(id).isPresent()
                                ? Outcome.duplicate(definition.path() + '/' + id)
                                : request(id, body, doing),
                        context)
                .map(VisitView::of);
    }

    /// The visit that came of an offer, if anybody has asked for it.
    public Optional<String> cameOf(String offerId) {
        return find(Ids.of("gv", offerId)).map(GroupVisit::id);
    }

    private Outcome<GroupVisit> request(String id, VisitRequest request, CommandContext context) {
        var persons =
                request.personIds().stream().map(WorkerId::value).distinct().toList();
        var worker = context.actor().workerId();
        if (worker != null && !persons.contains(worker)) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.at("/person_ids", "ONLY_FOR_YOUR_OWN_GROUP"));
        }
        var district = Divisions.sanming().current(request.district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        var matter = request.matter() == null ? Matter.LABOUR_PAY : request.matter();
        boolean migrants = !Boolean.FALSE.equals(request.migrantWorkers());
        if (!migrants || !matter.exemptForMigrants()) {
            // a group's cases are opened together, so nobody may be asked about their means one by one
            return Outcome.refused(Kind.NOT_ELIGIBLE, Reason.at("/matter", "VISITS_FOR_EXEMPT_MATTERS"));
        }
        var offered = rules.decide(offer, new GroupVisitOffer.Facts(persons.size(), matter.name()));
        return Outcome.created(
                new GroupVisit(
                        id,
                        CaseFile.opened(id, VisitState.REQUESTED, district, context),
                        request.reference(),
                        Ids.of("gr", id),
                        persons,
                        matter,
                        migrants,
                        request.employerUscc(),
                        offered.result().visitOffered(),
                        context.today(),
                        scheduleBy(context.today()),
                        request.place(),
                        request.kind() == null ? GroupVisit.Kind.DOOR_TO_DOOR : request.kind()),
                "");
    }

    private LocalDate scheduleBy(LocalDate requestedOn) {
        var ruleContext = rules.context();
        return ruleContext
                .calendar()
                .workingDaysAfter(requestedOn, ruleContext.on(requestedOn).integer("legalaid.visit_schedule_wd"));
    }

    private static Verdict schedule(GroupVisit visit, Appointment body, CommandContext context) {
        return Verdict.guards()
                .require(
                        !body.visitOn().isBefore(context.today()),
                        Reason.at("/visit_on", "VISIT_DAY_IS_PAST").required(context.today(), body.visitOn()))
                .then(() -> visit.schedule(body.visitOn(), body.place(), body.kind(), context));
    }

    private static Verdict visit(GroupVisit visit, CommandContext context) {
        return Verdict.guards()
                .require(
                        visit.visitOn != null && !context.today().isBefore(visit.visitOn),
                        Reason.of("VISIT_DAY").required(String.valueOf(visit.visitOn), context.today()))
                .verdict();
    }

    /// First the cases, each under an id of its own that never changes, then the visit: cut short, it is simply
    /// repeated.
    private Verdict accept(GroupVisit visit, CommandContext context) {
        var cases = visit.personIds.stream()
                .map(person -> openCase(visit, person, context))
                .toList();
        visit.caseIds = cases;
        return Verdict.granted();
    }

    private String openCase(GroupVisit visit, String person, CommandContext context) {
        var id = Ids.of("la", visit.id, person);
        var application = new AidApplication(
                new WorkerId(person),
                visit.matter,
                visit.migrantWorkers,
                String.valueOf(visit.file.district()),
                visit.employerUscc,
                null,
                null,
                null,
                List.of(),
                null,
                visit.reference);
        aid.openForGroup(id, person, visit.groupId, application, context);
        return id;
    }

    Optional<GroupVisit> find(String id) {
        return cases.find(definition, id);
    }
}
