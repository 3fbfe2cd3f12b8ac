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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person in one class (报名学员), once: attended, assessed, completed or not; measure 5.
@Document("training-enrolments")
final class TrainingEnrolment implements CaseAggregate {

    enum State {
        APPLIED,
        ADMITTED,
        ATTENDING,
        COMPLETED,
        FAILED,
        DROPPED,
        REJECTED,
        WITHDRAWN
    }

    record Application(String classId, String personId, boolean isMigrantWorker) {}

    @DomainEvent.Type("training.enrolment.completed")
    record Completed(
            @JsonIgnore String subject,
            String personId,
            String classId,
            ClassKind kind,
            String occupationCode,
            String districtCode,
            LocalDate completedOn,
            String attendance,
            boolean isMigrantWorker)
            implements DomainEvent {}

    @DomainEvent.Type("training.entrepreneurship.completed")
    record BusinessTrained(@JsonIgnore String subject, String personId, String classId, LocalDate completedOn)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String classId;

    @Indexed
    private final String personId;

    @Indexed
    private final String organiserUscc;

    private final ClassKind kind;
    private final boolean isMigrantWorker;
    private BigDecimal hoursAttended;
    private @Nullable Boolean assessmentPassed;

    @Indexed
    private @Nullable LocalDate completedOn;

    TrainingEnrolment(
            String id,
            CaseFile file,
            String classId,
            String personId,
            String organiserUscc,
            ClassKind kind,
            boolean isMigrantWorker,
            BigDecimal hoursAttended) {
        this.id = id;
        this.file = file;
        this.classId = classId;
        this.personId = personId;
        this.organiserUscc = organiserUscc;
        this.kind = kind;
        this.isMigrantWorker = isMigrantWorker;
        this.hoursAttended = hoursAttended;
    }

    /// A person is in a class once.
    static String idOf(String classId, String personId) {
        return Ids.of("te", classId, personId);
    }

    static TrainingEnrolment applied(Application asked, TrainingClass course, CommandContext context) {
        var id = idOf(asked.classId(), asked.personId());
        var file = CaseFile.opened(id, State.APPLIED, course.plan().district(), context);
        return new TrainingEnrolment(
                id,
                file,
                asked.classId(),
                asked.personId(),
                course.plan().organiserUscc(),
                course.plan().kind(),
                asked.isMigrantWorker(),
                BigDecimal.ZERO);
    }

    /// The first attendance, or more of it.
    Verdict attend(TrainingClass course, BigDecimal hours) {
        var total = hoursAttended.add(hours);
        var most = BigDecimal.valueOf(course.plan().hours());
        return Verdict.guards()
                .require(hours.signum() > 0, "NO_HOURS")
                .require(course.hasRun(), "CLASS_NOT_RUNNING")
                .require(
                        total.compareTo(most) <= 0,
                        Reason.of("MORE_THAN_THE_CLASS_HAS").required(most, total))
                .then(() -> hoursAttended = total);
    }

    Verdict attendMore(TrainingClass course, BigDecimal hours) {
        return file.is(State.ATTENDING) ? attend(course, hours) : Verdict.guardFailed("NOT_ATTENDING");
    }

    Verdict complete(TrainingClass.Plan plan, Attendance.Finding finding, boolean passed, CommandContext context) {
        if (!finding.mayComplete()) {
            return Verdict.refused(Refusal.Kind.NOT_ELIGIBLE, Reason.of("ATTENDANCE_OR_ASSESSMENT"));
        }
        assessmentPassed = passed;
        completedOn = context.today();
        if (plan.kind() == ClassKind.ENTREPRENEURSHIP) {
            file.record(new BusinessTrained(id, personId, classId, context.today()), context);
        }
        var attendance = hoursAttended.divide(BigDecimal.valueOf(plan.hours()), 4, RoundingMode.HALF_UP);
        file.record(
                new Completed(
                        id,
                        personId,
                        classId,
                        plan.kind(),
                        plan.occupationCode(),
                        plan.district(),
                        context.today(),
                        attendance.toPlainString(),
                        isMigrantWorker),
                context);
        return Verdict.granted();
    }

    /// Whether the seat is free again.
    boolean hasLeft() {
        return file.is(State.REJECTED, State.DROPPED, State.WITHDRAWN);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String classId() {
        return classId;
    }

    String personId() {
        return personId;
    }

    String organiserUscc() {
        return organiserUscc;
    }

    ClassKind kind() {
        return kind;
    }

    boolean isMigrantWorker() {
        return isMigrantWorker;
    }

    @Nullable
    Boolean assessmentPassed() {
        return assessmentPassed;
    }

    BigDecimal hoursAttended() {
        return hoursAttended;
    }

    @Nullable
    LocalDate completedOn() {
        return completedOn;
    }
}
