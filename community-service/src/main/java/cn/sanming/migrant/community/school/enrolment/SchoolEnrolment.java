package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentPoints;
import cn.sanming.migrant.community.school.School;
import cn.sanming.migrant.community.school.Stage;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.rules.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One child's way to a school place (入学申请).
@Document("school_enrolments")
@CompoundIndex(def = "{'group': 1, 'file.state': 1}")
@CompoundIndex(def = "{'file.state': 1, 'placedFrom': 1}")
final class SchoolEnrolment implements CaseAggregate {

    static final String SEAT = "SEAT";

    /// Once asked for papers, once and completely (一次性告知).
    record Notice(List<Paper> papers, List<Paper> visible, LocalDate on) {}

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;

    @Indexed
    final String childId;

    final LocalDate birthDate;

    final FieldCipher.@Nullable Sealed idNo;

    /// Blind index of the child's number and the school year, to find a child entered twice.
    @Indexed(sparse = true)
    final @Nullable String childKey;

    @Indexed
    final List<String> guardianIds;

    final int schoolYear;
    final Stage stage;

    /// County, school year and stage: those who compete for the same seats.
    final String group;

    final School.@Nullable Place home;
    final LocalDate submittedOn;
    Channel channel;
    List<String> preferences;
    Declared declared;
    List<Paper> handed = new ArrayList<>();
    List<Paper> needed = new ArrayList<>();

    @Nullable
    Notice notice;

    @Nullable
    LocalDate closedOn;

    @Nullable
    LocalDate residenceStart;

    int pensionMonths;

    @Nullable
    Decision<EnrolmentPoints.Finding> points;

    @Nullable
    LocalDate publicisedOn;

    @Nullable
    LocalDate objectionsUntil;

    @Nullable
    LocalDate placedFrom;

    @Nullable
    LocalDate objectedOn;

    @Nullable
    RejectionGround rejection;

    @Indexed(sparse = true)
    @Nullable
    String waitingFor;

    @Nullable
    Integer waitingPosition;

    @Nullable
    String schoolId;

    @Indexed(sparse = true)
    @Nullable
    String schoolUnit;

    @Nullable
    LocalDate placedOn;

    /// Why an application is turned down; lack of seats is none.
    enum RejectionGround {
        UNDER_AGE,
        DUPLICATE,
        GUARDIAN_NOT_IN_SANMING
    }

    SchoolEnrolment(
            String id,
            CaseFile file,
            String childId,
            LocalDate birthDate,
            FieldCipher.@Nullable Sealed idNo,
            @Nullable String childKey,
            List<String> guardianIds,
            int schoolYear,
            Stage stage,
            String group,
            School.@Nullable Place home,
            LocalDate submittedOn,
            Channel channel,
            List<String> preferences,
            Declared declared) {
        this.id = id;
        this.file = file;
        this.childId = childId;
        this.birthDate = birthDate;
        this.idNo = idNo;
        this.childKey = childKey;
        this.guardianIds = guardianIds;
        this.schoolYear = schoolYear;
        this.stage = stage;
        this.group = group;
        this.home = home;
        this.submittedOn = submittedOn;
        this.channel = channel;
        this.preferences = preferences;
        this.declared = declared;
    }

    static String groupOf(String district, int schoolYear, Stage stage) {
        return district + '|' + schoolYear + '|' + stage;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String district() {
        return String.valueOf(file.district());
    }

    Set<Paper> handed() {
        return handed.isEmpty() ? EnumSet.noneOf(Paper.class) : EnumSet.copyOf(handed);
    }

    void submitted(CommandContext context) {
        file.record(
                new EnrolmentEvent.Submitted(id, childId, guardianIds.getFirst(), district(), schoolYear, channel),
                context);
    }

    void score(Merits merits, LocalDate closing, @Nullable Decision<EnrolmentPoints.Finding> decided) {
        closedOn = closing;
        residenceStart = merits.residenceStart();
        pensionMonths = merits.pensionMonths();
        needed = merits.needed();
        points = decided;
    }

    @Nullable
    Integer total() {
        return points == null ? null : points.result().total();
    }

    void publicise(LocalDate on, LocalDate until, LocalDate next) {
        publicisedOn = on;
        objectionsUntil = until;
        placedFrom = next;
        objectedOn = null;
    }

    void await(int position) {
        waitingFor = SEAT;
        waitingPosition = position;
    }

    void place(School school, EnrolmentState state, CommandContext context) {
        schoolId = school.id();
        schoolUnit = school.unit();
        placedOn = context.today();
        waitingFor = null;
        waitingPosition = null;
        file.record(new EnrolmentEvent.Placed(id, childId, school.id(), state, total(), context.today()), context);
    }
}
