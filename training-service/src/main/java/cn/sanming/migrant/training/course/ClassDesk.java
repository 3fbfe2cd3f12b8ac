package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.training.employer.Blacklist;
import java.util.List;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for classes: organisers plan and run them, the office checks and archives.
@Component
class ClassDesk {

    static final Command<TrainingClass, TrainingClass.Plan> CREATE =
            Command.of("createTrainingClass", TrainingClass.Plan.class);
    static final Command<TrainingClass, Command.Nothing> OPEN = Command.of("openTrainingClass");
    static final Command<TrainingClass, Command.Nothing> START = Command.of("startTrainingClass");
    static final Command<TrainingClass, Command.Nothing> COMPLETE = Command.of("completeTrainingClass");
    static final Command<TrainingClass, Command.Nothing> ARCHIVE = Command.of("archiveTrainingClass");
    static final Command<TrainingClass, Command.Nothing> CANCEL = Command.of("cancelTrainingClass");
    static final Command<TrainingClass, Command.Nothing> SESSION =
            Command.of("sessionTrainingClass", Command.Nothing.class);

    private final MongoTemplate mongo;
    private final Blacklist blacklist;

    record View(String id, String state, TrainingClass.Plan plan, int sessionsHeld) {

        static View of(TrainingClass course) {
            return new View(course.id(), course.file().state(), course.plan(), course.sessionsHeld());
        }
    }

    ClassDesk(MongoTemplate mongo, Cases cases, Blacklist blacklist) {
        this.mongo = mongo;
        this.blacklist = blacklist;
        cases.define(TrainingClass.class, "TrainingClass", "/api/v1/training/classes")
                .opens(CREATE, Set.of("TRAINING_ORG"), this::plan)
                .on(OPEN, (course, context) -> course.open(listed(course.plan()), context))
                .on(START, (course, context) -> course.start(count(course, TrainingEnrolment.State.ADMITTED), context))
                .on(COMPLETE, (course, _) -> course.complete())
                .on(
                        ARCHIVE,
                        (course, _) -> course.archive(count(
                                course,
                                TrainingEnrolment.State.APPLIED,
                                TrainingEnrolment.State.ADMITTED,
                                TrainingEnrolment.State.ATTENDING)))
                .on(CANCEL)
                .notes(SESSION, Set.of("TRAINING_ORG"), (course, _, _) -> course.sessionHeld())
                .firm("TRAINING_ORG", "plan.organiserUscc", course -> course.plan()
                        .organiserUscc())
                .readableBy("HR_HEAD", "WORKER", "SERVICE")
                .filter("occupation_code", "plan.occupationCode")
                .filter("kind", "plan.kind")
                .shownAs(View.class, View::of);
    }

    private Outcome<TrainingClass> plan(TrainingClass.Plan plan, CommandContext context) {
        if (Divisions.sanming().find(plan.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!plan.organiserUscc().equals(context.actor().creditCode())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/organiser_uscc", "NOT_YOUR_CLASS"));
        }
        return listed(plan)
                ? Outcome.refused(
                        Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.at("/organiser_uscc", "BLACKLISTED_EMPLOYER"))
                : Outcome.created(TrainingClass.planned(plan, context), "");
    }

    private long count(TrainingClass course, TrainingEnrolment.State... states) {
        var names = List.of(states).stream().map(Enum::name).toList();
        var some = Criteria.where("classId").is(course.id()).and("file.state").in(names);
        return mongo.count(Query.query(some), TrainingEnrolment.class);
    }

    private boolean listed(TrainingClass.Plan plan) {
        return blacklist.names(plan.organiserUscc());
    }
}
