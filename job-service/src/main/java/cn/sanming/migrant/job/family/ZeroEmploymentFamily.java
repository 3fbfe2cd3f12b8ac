package cn.sanming.migrant.job.family;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One zero-employment family (零就业家庭): from the day it is verified a clock runs until one of its members works;
/// 就业促进法 art. 56.
@Document("zero-employment-families")
final class ZeroEmploymentFamily implements CaseAggregate {

    enum State {
        REPORTED,
        VERIFIED,
        IN_ASSISTANCE,
        ELIMINATED,
        REJECTED,
        CLOSED
    }

    /// @param personId pseudonym, unless the member cannot work anyway
    record Member(
            @Nullable String personId,
            boolean workingAge,
            boolean able,
            boolean willing,
            @Nullable Boolean student) {

        boolean counts() {
            return workingAge && able && willing && !Boolean.TRUE.equals(student);
        }
    }

    record Report(String householdId, String district, List<Member> members, boolean businessIncome) {}

    @DomainEvent.Type("job.zeroemployment.verified")
    record Verified(
            @JsonIgnore String subject,
            String districtCode,
            int countedMembers,
            LocalDate verifiedOn,
            LocalDate deadlineOn)
            implements DomainEvent {}

    @DomainEvent.Type("job.zeroemployment.eliminated")
    record Eliminated(@JsonIgnore String subject, String districtCode, LocalDate eliminatedOn, String placementId)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Report report;

    @Indexed
    private final List<String> personIds;

    @Indexed(unique = true, sparse = true)
    private @Nullable String openFor;

    private @Nullable Decision<ZeroEmploymentRule.Finding> decision;
    private @Nullable String adviser;
    private @Nullable LocalDate verifiedOn;
    private @Nullable LocalDate deadlineOn;
    private @Nullable LocalDate eliminatedOn;
    private @Nullable String placementId;

    ZeroEmploymentFamily(String id, CaseFile file, Report report, List<String> personIds) {
        this.id = id;
        this.file = file;
        this.report = report;
        this.personIds = personIds;
    }

    static ZeroEmploymentFamily reported(Report report, CommandContext context) {
        var id = Ids.next("zf");
        var counted = report.members().stream()
                .filter(Member::counts)
                .map(Member::personId)
                .filter(Objects::nonNull)
                .toList();
        var family = new ZeroEmploymentFamily(
                id, CaseFile.opened(id, State.REPORTED, report.district(), context), report, counted);
        family.openFor = report.householdId();
        return family;
    }

    Verdict verify(Decision<ZeroEmploymentRule.Finding> decided, LocalDate deadline, CommandContext context) {
        decision = decided;
        if (!decided.result().zeroEmploymentFamily()) {
            return Verdict.refused(Refusal.Kind.NOT_ELIGIBLE, Reason.of("NOT_A_ZERO_EMPLOYMENT_FAMILY"));
        }
        verifiedOn = context.today();
        deadlineOn = deadline;
        file.record(
                new Verified(id, report.district(), decided.result().countedMembers(), context.today(), deadline),
                context);
        return Verdict.granted();
    }

    Verdict assistBy(String name) {
        return Verdict.guards()
                .require(!name.isBlank(), Reason.at("/adviser", "REQUIRED"))
                .then(() -> adviser = name);
    }

    Verdict eliminate(String placement, CommandContext context) {
        eliminatedOn = context.today();
        placementId = placement;
        file.record(new Eliminated(id, report.district(), context.today(), placement), context);
        return Verdict.granted();
    }

    /// The placed member lost the job and nobody works again: a new clock.
    Verdict reopen(Decision<ZeroEmploymentRule.Finding> decided, LocalDate deadline) {
        return Verdict.guards()
                .require(decided.result().zeroEmploymentFamily(), "NOT_A_ZERO_EMPLOYMENT_FAMILY")
                .then(() -> {
                    decision = decided;
                    deadlineOn = deadline;
                    eliminatedOn = null;
                    placementId = null;
                });
    }

    Verdict over() {
        openFor = null;
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

    Report report() {
        return report;
    }

    List<String> personIds() {
        return personIds;
    }

    @Nullable
    String adviser() {
        return adviser;
    }

    @Nullable
    LocalDate verifiedOn() {
        return verifiedOn;
    }

    @Nullable
    LocalDate deadlineOn() {
        return deadlineOn;
    }

    @Nullable
    LocalDate eliminatedOn() {
        return eliminatedOn;
    }

    @Nullable
    String placementId() {
        return placementId;
    }

    @Nullable
    Decision<ZeroEmploymentRule.Finding> decision() {
        return decision;
    }
}
