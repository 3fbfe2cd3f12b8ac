package cn.sanming.migrant.wage.noarrears;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The assessment of one project department (无欠薪项目部), measure M15.2. The joint score is the mean of the two
/// offices' sheets; neither office can do without the other.
@Document("no_arrears_projects")
final class NoArrearsProject implements CaseAggregate {

    private static final BigDecimal OFFICES = BigDecimal.valueOf(2);

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String projectId;

    @Indexed
    private final String contractorUscc;

    /// The project while the assessment lives: a project has one at a time.
    @Indexed(unique = true, sparse = true)
    private @Nullable String liveKey;

    private List<Sheet> sheets;

    private @Nullable BigDecimal score;

    private @Nullable LocalDate objectionUntil;

    private @Nullable LocalDate grantedOn;

    private @Nullable LocalDate revokedOn;

    NoArrearsProject(
            String id,
            CaseFile file,
            String projectId,
            String contractorUscc,
            @Nullable String liveKey,
            List<Sheet> sheets) {
        this.id = id;
        this.file = file;
        this.projectId = projectId;
        this.contractorUscc = contractorUscc;
        this.liveKey = liveKey;
        this.sheets = sheets;
    }

    static NoArrearsProject applied(
            String projectId, String contractorUscc, @Nullable String district, CommandContext context) {
        var id = Ids.next("na");
        return new NoArrearsProject(
                id,
                CaseFile.opened(id, AssessmentState.APPLIED, district, context),
                projectId,
                contractorUscc,
                projectId,
                List.of());
    }

    /// An office hands in its sheet, or a better one, while the joint score is open. One person cannot be two offices.
    Verdict assess(Sheet sheet) {
        if (sheets.stream()
                .anyMatch(one -> !one.role().equals(sheet.role()) && one.by().equals(sheet.by()))) {
            return Verdict.refused(Refusal.Kind.FOUR_EYES, Reason.of("FOUR_EYES"));
        }
        return Verdict.guards()
                .require(file.is(AssessmentState.APPLIED), "ASSESSMENT_NOT_OPEN")
                .then(() -> {
                    var both = new ArrayList<>(sheets);
                    both.removeIf(one -> one.role().equals(sheet.role()));
                    both.add(sheet);
                    sheets = both;
                });
    }

    Verdict jointScore() {
        return Verdict.guards()
                .require(has("HR_OFFICER"), "HR_SHEET_MISSING")
                .require(has("HOUSING_OFFICER"), "HOUSING_SHEET_MISSING")
                .then(() -> score = sheets.stream()
                        .map(Sheet::total)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(OFFICES, 2, RoundingMode.UNNECESSARY));
    }

    private boolean has(String role) {
        return sheets.stream().anyMatch(sheet -> sheet.role().equals(role));
    }

    Verdict refuse(boolean enough) {
        return Verdict.guards()
                .require(!enough, Reason.of("SCORE_HIGH_ENOUGH").required("a score too low", score))
                .then(() -> liveKey = null);
    }

    Verdict publicise(boolean enough, boolean arrears, LocalDate until) {
        return Verdict.guards()
                .require(enough, Reason.of("SCORE_TOO_LOW").required("the least score", score))
                .require(!arrears, "OPEN_ARREARS")
                .then(() -> objectionUntil = until);
    }

    /// An objection was upheld: the score is what remains of it.
    Verdict object(BigDecimal corrected) {
        return Verdict.guards()
                .require(
                        corrected.compareTo(score()) <= 0,
                        Reason.of("SCORE_RAISED_BY_OBJECTION").required(score(), corrected))
                .then(() -> {
                    score = corrected;
                    objectionUntil = null;
                });
    }

    Verdict grant(boolean arrears, CommandContext context) {
        return Verdict.guards()
                .require(
                        objectionUntil != null && context.today().isAfter(objectionUntil),
                        Reason.of("PUBLICITY_NOT_OVER").required(objectionUntil, context.today()))
                .require(!arrears, "OPEN_ARREARS")
                .then(() -> {
                    grantedOn = context.today();
                    file.record(new NoArrearsGranted(id, projectId, contractorUscc, score(), context.today()), context);
                });
    }

    /// @param lost the project is in arrears or its contractor is listed
    Verdict revoke(boolean lost, CommandContext context) {
        return Verdict.guards().require(lost, "NO_ARREARS_ON_PROJECT").then(() -> {
            revokedOn = context.today();
            liveKey = null;
            var cause = context.causationId() == null ? context.correlationId() : context.causationId();
            file.record(new NoArrearsRevoked(id, projectId, contractorUscc, cause), context);
        });
    }

    BigDecimal score() {
        return score == null ? BigDecimal.ZERO : score;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String projectId() {
        return projectId;
    }

    String contractorUscc() {
        return contractorUscc;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    @Nullable
    LocalDate objectionUntil() {
        return objectionUntil;
    }

    @Nullable
    LocalDate grantedOn() {
        return grantedOn;
    }

    @Nullable
    LocalDate revokedOn() {
        return revokedOn;
    }
}
