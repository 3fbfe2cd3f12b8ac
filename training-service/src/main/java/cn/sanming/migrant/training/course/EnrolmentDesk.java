package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.training.offer.Offer;
import cn.sanming.migrant.training.offer.Offers;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// The window for enrolments: workers apply, the organiser admits as many as there are seats, records hours and
/// results.
@Component
class EnrolmentDesk {

    static final Command<TrainingEnrolment, TrainingEnrolment.Application> OPEN =
            Command.of("openTrainingEnrolment", TrainingEnrolment.Application.class);
    static final Command<TrainingEnrolment, Command.Nothing> ADMIT = Command.of("admitTrainingEnrolment");
    static final Command<TrainingEnrolment, Command.Because> REJECT = Command.because("rejectTrainingEnrolment");
    static final Command<TrainingEnrolment, Hours> ATTEND = Command.of("attendTrainingEnrolment", Hours.class);
    static final Command<TrainingEnrolment, Assessed> COMPLETE =
            Command.of("completeTrainingEnrolment", Assessed.class);
    static final Command<TrainingEnrolment, Command.Nothing> FAIL = Command.of("failTrainingEnrolment");
    static final Command<TrainingEnrolment, Command.Nothing> DROP = Command.of("dropTrainingEnrolment");
    static final Command<TrainingEnrolment, Command.Nothing> WITHDRAW = Command.of("withdrawTrainingEnrolment");
    static final Command<TrainingEnrolment, Hours> HOURS = Command.of("hoursTrainingEnrolment", Hours.class);

    private static final String ENROLMENTS = "/api/v1/training/enrolments";

    private final MongoTemplate mongo;
    private final ClassSeats seats;
    private final Offers offers;
    private final RuleBook rules;
    private final Attendance attendance;

    record Hours(
            @Positive @Digits(integer = 4, fraction = 2) BigDecimal hours) {}

    record Assessed(boolean assessmentPassed) {}

    record View(
            String id,
            String state,
            String classId,
            String personId,
            BigDecimal hoursAttended,
            @Nullable Boolean assessmentPassed,
            @Nullable LocalDate completedOn) {

        static View of(TrainingEnrolment enrolment) {
            return new View(
                    enrolment.id(),
                    enrolment.file().state(),
                    enrolment.classId(),
                    enrolment.personId(),
                    enrolment.hoursAttended(),
                    enrolment.assessmentPassed(),
                    enrolment.completedOn());
        }
    }

    EnrolmentDesk(
            MongoTemplate mongo, Cases cases, ClassSeats seats, Offers offers, RuleBook rules, Attendance attendance) {
        this.mongo = mongo;
        this.seats = seats;
        this.offers = offers;
        this.rules = rules;
        this.attendance = attendance;
        cases.define(TrainingEnrolment.class, "TrainingEnrolment", ENROLMENTS)
                .opens(OPEN, Set.of("WORKER", "TRAINING_ORG"), this::apply)
                .on(ADMIT, this::admit)
                .on(REJECT)
                .on(ATTEND, (enrolment, body, _) -> enrolment.attend(classOf(enrolment), body.hours()))
                .on(COMPLETE, this::complete)
                .on(FAIL)
                .on(DROP)
                .on(WITHDRAW)
                .notes(
                        HOURS,
                        Set.of("TRAINING_ORG"),
                        (enrolment, body, _) -> enrolment.attendMore(classOf(enrolment), body.hours()))
                .firm("TRAINING_ORG", "organiserUscc", TrainingEnrolment::organiserUscc)
                .person("WORKER", "personId", TrainingEnrolment::personId)
                .readableBy("HR_OFFICER", "HR_HEAD")
                .filter("class_id", "classId")
                .shownAs(View.class, View::of);
    }

    private Outcome<TrainingEnrolment> apply(TrainingEnrolment.Application asked, CommandContext context) {
        var course = mongo.findById(asked.classId(), TrainingClass.class);
        if (course == null) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/class_id", "UNKNOWN_CLASS"));
        }
        var actor = context.actor();
        if (!asked.personId().equals(actor.workerId())
                && !course.plan().organiserUscc().equals(actor.creditCode())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOU"));
        }
        var id = TrainingEnrolment.idOf(asked.classId(), asked.personId());
        if (mongo.findById(id, TrainingEnrolment.class) != null) {
            return Outcome.duplicate(ENROLMENTS + '/' + id, Reason.of("DUPLICATE"));
        }
        if (!course.takesPeople()) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("CLASS_NOT_OPEN"));
        }
        offers.take(Offer.Kind.CLASS, asked.personId(), asked.classId());
        return Outcome.created(TrainingEnrolment.applied(asked, course, context), "");
    }

    private Verdict admit(TrainingEnrolment enrolment, CommandContext context) {
        var course = classOf(enrolment);
        if (!course.takesPeople()) {
            return Verdict.guardFailed("CLASS_NOT_OPEN");
        }
        int capacity = course.plan().capacity();
        return Verdict.guards()
                .require(
                        seats.take(enrolment, capacity, context.today()),
                        Reason.of("CLASS_FULL").required(capacity, capacity))
                .verdict();
    }

    private Verdict complete(TrainingEnrolment enrolment, Assessed body, CommandContext context) {
        var plan = classOf(enrolment).plan();
        var facts = new Attendance.Facts(
                enrolment.hoursAttended(), BigDecimal.valueOf(plan.hours()), body.assessmentPassed(), context.today());
        return enrolment.complete(plan, rules.decide(attendance, facts).result(), body.assessmentPassed(), context);
    }

    private TrainingClass classOf(TrainingEnrolment enrolment) {
        var course = mongo.findById(enrolment.classId(), TrainingClass.class);
        if (course == null) {
            throw new IllegalStateException("an enrolment without its class: " + enrolment.id());
        }
        return course;
    }
}
