package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.training.employer.EmployerRegister;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for classes and enrolments: organisers run them, workers apply.
@Component
class CourseDesk {

    private static final String CLASSES = "/api/v1/training/classes";
    private static final String ENROLMENTS = "/api/v1/training/enrolments";

    private final MongoTemplate mongo;
    private final EmployerRegister organisers;
    private final RuleBook rules;
    private final Attendance attendance;

    record Hours(BigDecimal hours) {}

    record Assessed(boolean assessmentPassed) {}

    record ClassView(String id, String state, TrainingClass.Plan plan, int sessionsHeld) {}

    record EnrolmentView(
            String id,
            String state,
            String classId,
            String personId,
            BigDecimal hoursAttended,
            @Nullable LocalDate completedOn) {}

    CourseDesk(
            MongoTemplate mongo, Dockets dockets, EmployerRegister organisers, RuleBook rules, Attendance attendance) {
        this.mongo = mongo;
        this.organisers = organisers;
        this.rules = rules;
        this.attendance = attendance;
        dockets.declare(TrainingClass.class, "TrainingClass", CLASSES)
                .opens(TrainingClass.Plan.class, Set.of("TRAINING_ORG"), CourseDesk::plan)
                .on("open", (course, act) -> course.open(listed(course), act))
                .on("start", (course, act) -> course.start(admitted(course.id(), "ADMITTED"), act))
                .on("complete", (course, _) -> course.complete())
                .on("archive")
                .on("cancel")
                .notes("session", Set.of("TRAINING_ORG"), Docket.Nothing.class, (course, _, _) -> course.sessionHeld())
                .firm("TRAINING_ORG", "plan.organiserUscc", course -> course.plan()
                        .organiserUscc())
                .readableBy("HR_HEAD", "WORKER")
                .shownAs(ClassView.class, CourseDesk::view);
        dockets.declare(TrainingEnrolment.class, "TrainingEnrolment", ENROLMENTS)
                .opens(TrainingEnrolment.Application.class, Set.of("WORKER", "TRAINING_ORG"), this::apply)
                .on("admit", (enrolment, _) -> admit(enrolment))
                .onReason("reject")
                .on("attend", Hours.class, (enrolment, body, _) -> enrolment.attend(body.hours()))
                .on("complete", Assessed.class, this::complete)
                .on("fail")
                .on("drop")
                .on("withdraw")
                .notes("hours", Set.of("TRAINING_ORG"), Hours.class, CourseDesk::moreHours)
                .firm("TRAINING_ORG", "organiserUscc", TrainingEnrolment::organiserUscc)
                .person("WORKER", "personId", TrainingEnrolment::personId)
                .readableBy("HR_OFFICER")
                .filter("class_id", "classId")
                .shownAs(EnrolmentView.class, CourseDesk::view);
    }

    private static ClassView view(TrainingClass course) {
        return new ClassView(course.id(), course.file().state(), course.plan(), course.sessionsHeld());
    }

    private static EnrolmentView view(TrainingEnrolment enrolment) {
        return new EnrolmentView(
                enrolment.id(),
                enrolment.file().state(),
                enrolment.classId(),
                enrolment.personId(),
                enrolment.hoursAttended(),
                enrolment.completedOn());
    }

    private static Outcome<TrainingClass> plan(TrainingClass.Plan plan, Act act) {
        if (Divisions.sanming().find(plan.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return plan.organiserUscc().equals(act.actor().creditCode())
                ? Outcome.created(TrainingClass.planned(plan, act), "")
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/organiser_uscc", "NOT_YOUR_CLASS"));
    }

    private Outcome<TrainingEnrolment> apply(TrainingEnrolment.Application asked, Act act) {
        var course = mongo.findById(asked.classId(), TrainingClass.class);
        if (course == null) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/class_id", "UNKNOWN_CLASS"));
        }
        var actor = act.actor();
        if (!asked.personId().equals(actor.workerId())
                && !course.plan().organiserUscc().equals(actor.creditCode())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOU"));
        }
        if (!course.file().is(TrainingClass.State.OPEN, TrainingClass.State.RUNNING)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("CLASS_NOT_OPEN"));
        }
        var id = TrainingEnrolment.idOf(asked.classId(), asked.personId());
        return mongo.findById(id, TrainingEnrolment.class) == null
                ? Outcome.created(TrainingEnrolment.applied(asked, course, act), "")
                : Outcome.duplicate(ENROLMENTS + '/' + id, Reason.of("DUPLICATE"));
    }

    private Verdict admit(TrainingEnrolment enrolment) {
        var taken = admitted(enrolment.classId(), "ADMITTED", "ATTENDING", "COMPLETED");
        return enrolment.admit(taken, planOf(enrolment).capacity());
    }

    private Verdict complete(TrainingEnrolment enrolment, Assessed body, Act act) {
        var plan = planOf(enrolment);
        var facts = new Attendance.Facts(
                enrolment.hoursAttended(), BigDecimal.valueOf(plan.hours()), body.assessmentPassed(), act.today());
        return enrolment.complete(plan, rules.decide(attendance, facts).result(), act);
    }

    private static Verdict moreHours(TrainingEnrolment enrolment, Hours body, Act act) {
        return enrolment.file().is(TrainingEnrolment.State.ATTENDING)
                ? enrolment.attend(body.hours())
                : Verdict.guardFailed("NOT_ATTENDING");
    }

    private TrainingClass.Plan planOf(TrainingEnrolment enrolment) {
        var course = mongo.findById(enrolment.classId(), TrainingClass.class);
        if (course == null) {
            throw new IllegalStateException("an enrolment without its class: " + enrolment.id());
        }
        return course.plan();
    }

    private long admitted(String classId, String... states) {
        return mongo.count(
                Query.query(
                        Criteria.where("classId").is(classId).and("file.state").in(List.of(states))),
                TrainingEnrolment.class);
    }

    private boolean listed(TrainingClass course) {
        return organisers.isBlacklisted(course.plan().organiserUscc());
    }
}
