package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One class (培训班): planned, opened for enrolment, run and completed by its organiser; measure 5.
@Document("training-classes")
@CompoundIndex(def = "{'plan.occupationCode': 1, '_id': 1}")
@CompoundIndex(def = "{'plan.organiserUscc': 1, '_id': 1}")
@CompoundIndex(def = "{'plan.kind': 1, '_id': 1}")
final class TrainingClass implements CaseAggregate {

    enum State {
        PLANNED,
        OPEN,
        RUNNING,
        COMPLETED,
        ARCHIVED,
        CANCELLED
    }

    record Plan(
            String organiserUscc,
            ClassKind kind,
            @Pattern(regexp = "[0-9](-[0-9]{2}){3}") String occupationCode,
            @Nullable @Min(1) @Max(5) Integer targetLevel,
            String district,
            LocalDate startOn,
            LocalDate endOn,
            @Positive int hours,
            @Positive int capacity,
            @Positive int sessions) {}

    @DomainEvent.Type("training.class.opened")
    record Opened(
            @JsonIgnore String subject,
            ClassKind kind,
            String occupationCode,
            String districtCode,
            LocalDate startOn,
            LocalDate endOn,
            int hours,
            int capacity)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Plan plan;
    private int sessionsHeld;

    TrainingClass(String id, CaseFile file, Plan plan) {
        this.id = id;
        this.file = file;
        this.plan = plan;
    }

    static TrainingClass planned(Plan plan, CommandContext context) {
        var id = Ids.next("cl");
        return new TrainingClass(id, CaseFile.opened(id, State.PLANNED, plan.district(), context), plan);
    }

    Verdict open(boolean blacklisted, CommandContext context) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        return Verdict.guards()
                .require(!plan.endOn().isBefore(plan.startOn()), "END_BEFORE_START")
                .then(() -> file.record(
                        new Opened(
                                id,
                                plan.kind(),
                                plan.occupationCode(),
                                plan.district(),
                                plan.startOn(),
                                plan.endOn(),
                                plan.hours(),
                                plan.capacity()),
                        context));
    }

    Verdict start(long admitted, CommandContext context) {
        return Verdict.guards()
                .require(admitted >= 1, "NOBODY_ADMITTED")
                .require(!plan.startOn().isAfter(context.today()), "START_DATE_NOT_REACHED")
                .verdict();
    }

    Verdict sessionHeld() {
        return Verdict.guards()
                .require(file.is(State.RUNNING), "NOT_RUNNING")
                .require(sessionsHeld < plan.sessions(), "ALL_SESSIONS_RECORDED")
                .then(() -> sessionsHeld++);
    }

    Verdict complete() {
        return Verdict.guards()
                .require(
                        sessionsHeld == plan.sessions(),
                        Reason.of("SESSIONS_MISSING").required(plan.sessions(), sessionsHeld))
                .verdict();
    }

    /// The records are checked (核档): nobody is left without a result.
    Verdict archive(long undecided) {
        return Verdict.guards()
                .require(undecided == 0, Reason.of("ENROLMENTS_WITHOUT_RESULT").required(0, undecided))
                .verdict();
    }

    boolean takesPeople() {
        return file.is(State.OPEN, State.RUNNING);
    }

    /// Whether hours may be recorded: it has started and is not archived.
    boolean hasRun() {
        return file.is(State.RUNNING, State.COMPLETED);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Plan plan() {
        return plan;
    }

    int sessionsHeld() {
        return sessionsHeld;
    }
}
