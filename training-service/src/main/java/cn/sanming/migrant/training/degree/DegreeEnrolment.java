package cn.sanming.migrant.training.degree;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One worker's way to a degree (求学圆梦): applied for, admitted by the partner university, studied, graduated; measure
/// 5.
@Document("degree-enrolments")
final class DegreeEnrolment implements CaseAggregate {

    enum State {
        APPLIED,
        ADMITTED,
        STUDYING,
        GRADUATED,
        WITHDRAWN
    }

    enum Level {
        COLLEGE,
        BACHELOR
    }

    record Application(
            String personId,
            String district,
            Level level,
            @NotBlank @Size(max = 80) String programme,
            boolean isMigrantWorker) {}

    @DomainEvent.Type("training.degree.admitted")
    record Admitted(@JsonIgnore String subject, String personId, Level level, String programme, LocalDate admittedOn)
            implements DomainEvent {}

    @DomainEvent.Type("training.degree.graduated")
    record Graduated(@JsonIgnore String subject, String personId, Level level, LocalDate graduatedOn)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String personId;

    private final Level level;
    private final String programme;

    /// The partner as it was called on the day of the application.
    private final String partner;

    @Indexed
    private final @Nullable String partnerUscc;

    private @Nullable LocalDate admittedOn;
    private @Nullable LocalDate graduatedOn;

    DegreeEnrolment(
            String id,
            CaseFile file,
            String personId,
            Level level,
            String programme,
            String partner,
            @Nullable String partnerUscc) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.level = level;
        this.programme = programme;
        this.partner = partner;
        this.partnerUscc = partnerUscc;
    }

    /// @param earlier how many enrolments of this person for this level ended before: a second try is a case of its own
    static DegreeEnrolment applied(
            Application asked, int earlier, String partner, @Nullable String partnerUscc, CommandContext context) {
        var id = Ids.of("dg", asked.personId(), asked.level().name(), Integer.toString(earlier));
        var file = CaseFile.opened(id, State.APPLIED, asked.district(), context);
        return new DegreeEnrolment(id, file, asked.personId(), asked.level(), asked.programme(), partner, partnerUscc);
    }

    Verdict admit(LocalDate day, CommandContext context) {
        return Verdict.guards()
                .require(
                        !day.isAfter(context.today()),
                        Reason.at("/admitted_on", "IN_THE_FUTURE").required(context.today(), day))
                .then(() -> {
                    admittedOn = day;
                    file.record(new Admitted(id, personId, level, programme, day), context);
                });
    }

    Verdict graduate(LocalDate day, CommandContext context) {
        return Verdict.guards()
                .require(
                        !day.isAfter(context.today()),
                        Reason.at("/graduated_on", "IN_THE_FUTURE").required(context.today(), day))
                .require(
                        admittedOn != null && day.isAfter(admittedOn),
                        Reason.at("/graduated_on", "NOT_AFTER_ADMISSION").required(String.valueOf(admittedOn), day))
                .then(() -> {
                    graduatedOn = day;
                    file.record(new Graduated(id, personId, level, day), context);
                });
    }

    /// Whether it stands in the way of another one of the same level: under way, or reached.
    boolean stands() {
        return !file.is(State.WITHDRAWN);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String personId() {
        return personId;
    }

    Level level() {
        return level;
    }

    String programme() {
        return programme;
    }

    String partner() {
        return partner;
    }

    @Nullable
    String partnerUscc() {
        return partnerUscc;
    }

    @Nullable
    LocalDate admittedOn() {
        return admittedOn;
    }

    @Nullable
    LocalDate graduatedOn() {
        return graduatedOn;
    }
}
