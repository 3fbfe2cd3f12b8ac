package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.casefile.DomainEvent;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
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
final class TrainingEnrolment implements CaseRecord {

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

    private final String organiserUscc;
    private final boolean isMigrantWorker;
    private BigDecimal hoursAttended;
    private @Nullable LocalDate completedOn;

    TrainingEnrolment(
            String id,
            CaseFile file,
            String classId,
            String personId,
            String organiserUscc,
            boolean isMigrantWorker,
            BigDecimal hoursAttended) {
        this.id = id;
        this.file = file;
        this.classId = classId;
        this.personId = personId;
        this.organiserUscc = organiserUscc;
        this.isMigrantWorker = isMigrantWorker;
        this.hoursAttended = hoursAttended;
    }

    /// A person is in a class once.
    static String idOf(String classId, String personId) {
        return Ids.of("te", classId, personId);
    }

    static TrainingEnrolment applied(Application asked, TrainingClass course, Act act) {
        var id = idOf(asked.classId(), asked.personId());
        var file = CaseFile.opened(id, State.APPLIED, course.plan().district(), act);
        return new TrainingEnrolment(
                id,
                file,
                asked.classId(),
                asked.personId(),
                course.plan().organiserUscc(),
                asked.isMigrantWorker(),
                BigDecimal.ZERO);
    }

    Verdict admit(long taken, int capacity) {
        return Verdict.guards()
                .require(taken < capacity, Reason.of("CLASS_FULL").required(capacity, taken))
                .verdict();
    }

    Verdict attend(BigDecimal hours) {
        return Verdict.guards()
                .require(hours.signum() > 0, "NO_HOURS")
                .then(() -> hoursAttended = hoursAttended.add(hours));
    }

    Verdict complete(TrainingClass.Plan plan, Attendance.Finding finding, Act act) {
        if (!finding.mayComplete()) {
            return Verdict.refused(Refusal.Kind.NOT_ELIGIBLE, Reason.of("ATTENDANCE_OR_ASSESSMENT"));
        }
        completedOn = act.today();
        if (plan.kind() == ClassKind.ENTREPRENEURSHIP) {
            file.record(new BusinessTrained(id, personId, classId, act.today()), act);
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
                        act.today(),
                        attendance.toPlainString(),
                        isMigrantWorker),
                act);
        return Verdict.granted();
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

    BigDecimal hoursAttended() {
        return hoursAttended;
    }

    @Nullable
    LocalDate completedOn() {
        return completedOn;
    }
}
