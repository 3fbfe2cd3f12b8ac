package cn.sanming.migrant.community.course;

import cn.sanming.migrant.community.partner.ListedFirms;
import cn.sanming.migrant.community.partner.PartnerBook;
import cn.sanming.migrant.community.ticket.TicketWindow.Counter;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Plans, publishes and completes courses (课程计划、开班、结业).
@Component
class CourseDesk implements PartnerBook {

    static final Command<Course, NewCourse> OPEN = Command.of("openCourse", NewCourse.class);
    static final Command<Course, Command.Nothing> PUBLISH = Command.of("publishCourse");
    static final Command<Course, Command.Nothing> COMPLETE = Command.of("completeCourse");
    static final Command<Course, Cancellation> CANCEL = Command.of("cancelCourse", Cancellation.class);
    static final Command<Course, Present> ATTENDANCE = Command.of("attendanceCourse", Present.class);
    static final Command<Course, Dismissal> DISMISS_PARTNER = Command.of("dismissPartnerCourse", Dismissal.class);

    private static final Set<String> HOSTS = Set.of("UNION_OFFICER");
    private static final List<String> TO_COME = List.of(CourseState.PLANNED.name(), CourseState.OPEN.name());

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<Course> definition;
    private final ListedFirms listed;

    /// @param sessions the days on which it meets; @param price nothing means free
    record NewCourse(
            @NotBlank @Size(max = 120) String title,
            Mode mode,
            @NotBlank String teacher,
            String district,
            @NotEmpty List<LocalDate> sessions,
            @Nullable @Min(1) Integer capacity,
            @Nullable Money price,
            @Nullable String topic,
            @Nullable List<CreditCode> partners) {

        List<String> partnerCodes() {
            return partners == null
                    ? List.of()
                    : partners.stream().map(CreditCode::value).distinct().toList();
        }
    }

    record Present(LocalDate on, List<WorkerId> personIds) {}

    record Cancellation(@Nullable String reason) {}

    record Dismissal(String uscc) {}

    CourseDesk(MongoTemplate mongo, Cases cases, ListedFirms listed) {
        this.mongo = mongo;
        this.cases = cases;
        this.listed = listed;
        this.definition = cases.define(Course.class, "Course", "/api/v1/community/courses")
                .opens(OPEN, HOSTS, this::plan)
                .on(PUBLISH, this::publish)
                .on(COMPLETE, CourseDesk::complete)
                .on(CANCEL, (_, _, _) -> Verdict.granted())
                .notes(ATTENDANCE, HOSTS, CourseDesk::attendance)
                .notes(DISMISS_PARTNER, Set.of("SYSTEM"), CourseDesk::dismissFrom)
                .person("WORKER", "tickets.personId", course -> course.line().personIds())
                .filter("topic", "outline.topic")
                .shownAs(CourseView.class, CourseView::of);
    }

    Counter<Course> counter(String id) {
        return new Counter<>(Course.class, definition.path() + '/' + id, CourseState.OPEN, HOSTS);
    }

    Optional<Course> find(String id) {
        return cases.find(definition, id);
    }

    private Outcome<Course> plan(NewCourse body, CommandContext context) {
        var district = Divisions.sanming().current(body.district());
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (body.mode() == Mode.OFFLINE && body.capacity() == null) {
            faults.add(Reason.at("/capacity", "REQUIRED"));
        }
        if (body.mode() == Mode.ONLINE && body.capacity() != null) {
            faults.add(Reason.at("/capacity", "ONLINE_HAS_NO_CAPACITY"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var against = listed.reasonsAgainst(body.partnerCodes());
        if (!against.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.BLACKLISTED_EMPLOYER, against, null));
        }
        var outline = new Course.Outline(
                body.title(),
                body.mode(),
                body.teacher(),
                body.capacity(),
                body.price() == null ? Money.ZERO : body.price(),
                body.topic());
        return Outcome.created(
                Course.planned(Ids.next("co"), outline, body.partnerCodes(), body.sessions(), district, context), "");
    }

    private Verdict publish(Course course, CommandContext context) {
        var guards = Verdict.guards()
                .require(
                        course.outline().price().isZero(),
                        Reason.of("PRICE_MUST_BE_ZERO")
                                .clause("measure 13: 公益学堂")
                                .required(Money.ZERO, course.outline().price()));
        listed.reasonsAgainst(course.partners()).forEach(reason -> guards.require(false, reason));
        return guards.verdict();
    }

    private static Verdict attendance(Course course, Present body, CommandContext context) {
        var persons = body.personIds().stream().map(WorkerId::value).distinct().toList();
        return Verdict.guards()
                .require(
                        course.file().is(CourseState.OPEN),
                        Reason.of("NOT_OPEN").required("OPEN", course.file().state()))
                .require(
                        course.sessions().stream()
                                .anyMatch(session -> session.on().equals(body.on())),
                        Reason.at("/on", "NO_SESSION_ON_THAT_DAY"))
                .require(
                        !body.on().isAfter(context.today()),
                        Reason.at("/on", "NOT_HELD_YET").required("from " + body.on(), context.today()))
                .require(persons.stream().allMatch(course.line()::hasPlace), Reason.at("/person_ids", "HAS_NO_TICKET"))
                .then(() -> course.attended(body.on(), persons));
    }

    private static Verdict complete(Course course, CommandContext context) {
        return Verdict.guards()
                .require(
                        !course.lastDay().isAfter(context.today()),
                        Reason.of("SESSIONS_TO_COME").required("from " + course.lastDay(), context.today()))
                .require(course.allSessionsRecorded(), Reason.of("ATTENDANCE_RECORDED"))
                .then(() -> course.complete(context));
    }

    private static Verdict dismissFrom(Course course, Dismissal body, CommandContext context) {
        if (course.file().is(CourseState.PLANNED, CourseState.OPEN)) {
            course.dismiss(body.uscc());
        }
        return Verdict.granted();
    }

    @Override
    public void dismiss(String uscc, CommandContext context) {
        var theirs = Query.query(
                Criteria.where("partners").is(uscc).and("file.state").in(TO_COME));
        mongo.find(theirs, Course.class)
                .forEach(course -> cases.fire(course.id(), DISMISS_PARTNER, new Dismissal(uscc), context)
                        .orRetry());
    }
}
