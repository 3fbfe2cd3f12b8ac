package cn.sanming.migrant.wage.employment;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Somebody works for somebody (用工关系) from the first working day on; 劳动合同法 art. 7, 10. The written contract is due
/// within the first month, and the department notices when it is not there.
@Document("employments")
public final class Employment implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String personId;

    @Indexed
    private final String employerUscc;

    private final LocalDate startOn;
    private final LocalDate contractDueOn;
    private final Source source;

    private Terms terms;
    private @Nullable LocalDate endOn;
    private @Nullable LocalDate contractSignedOn;
    private @Nullable LocalDate overdueOn;

    /// The due day while nobody knows how it ends; nothing afterwards, so that the nightly look costs what is due.
    @Indexed(sparse = true)
    private @Nullable LocalDate watchedDueOn;

    /// Person and employer while the employment is open: nobody works twice for the same employer.
    @Indexed(unique = true, sparse = true)
    private @Nullable String openKey;

    /// What the work is and pays, as far as anybody said.
    public record Terms(
            @Nullable String position,
            @Nullable Money monthlyWage,
            @Nullable Integer payDay) {}

    Employment(
            String id,
            CaseFile file,
            String personId,
            String employerUscc,
            LocalDate startOn,
            LocalDate contractDueOn,
            Source source,
            Terms terms) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.employerUscc = employerUscc;
        this.startOn = startOn;
        this.contractDueOn = contractDueOn;
        this.source = source;
        this.terms = terms;
    }

    /// @param contractDueOn the day the first month is reached
    static Employment begin(
            String personId,
            String employerUscc,
            String district,
            LocalDate startOn,
            LocalDate contractDueOn,
            Source source,
            Terms terms,
            CommandContext context) {
        var id = Ids.of("em", personId, employerUscc, startOn.toString());
        var file = CaseFile.opened(id, EmploymentState.OPEN, district, context);
        var employment = new Employment(id, file, personId, employerUscc, startOn, contractDueOn, source, terms);
        employment.watchedDueOn = contractDueOn;
        employment.openKey = key(personId, employerUscc);
        return employment;
    }

    static String key(String personId, String employerUscc) {
        return personId + '|' + employerUscc;
    }

    Verdict describe(Terms said) {
        terms = said;
        return Verdict.granted();
    }

    /// @param lastDay the last working day
    public Verdict end(LocalDate lastDay, String role, CommandContext context) {
        return Verdict.guards()
                .require(file.is(EmploymentState.OPEN), "EMPLOYMENT_ENDED")
                .require(
                        !lastDay.isBefore(startOn),
                        Reason.of("END_BEFORE_START").required(startOn, lastDay))
                .require(
                        !lastDay.isAfter(context.today()),
                        Reason.of("END_IN_THE_FUTURE").required(context.today(), lastDay))
                .then(() -> {
                    endOn = lastDay;
                    openKey = null;
                    if (lastDay.isBefore(contractDueOn)) {
                        watchedDueOn = null;
                    }
                    file.move("end", EmploymentState.ENDED.name(), role, context, null);
                });
    }

    /// The look on the day after the contract was due: signed in time, or overdue once and for all.
    void look(@Nullable LocalDate signedOn, CommandContext context) {
        watchedDueOn = null;
        contractSignedOn = signedOn;
        if (signedOn == null || signedOn.isAfter(contractDueOn)) {
            overdueOn = context.today();
            file.record(new ContractOverdue(id, personId, employerUscc, startOn, contractDueOn), context);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    public String personId() {
        return personId;
    }

    public String employerUscc() {
        return employerUscc;
    }

    public LocalDate startOn() {
        return startOn;
    }

    LocalDate contractDueOn() {
        return contractDueOn;
    }

    Source source() {
        return source;
    }

    Terms terms() {
        return terms;
    }

    @Nullable
    LocalDate endOn() {
        return endOn;
    }

    @Nullable
    LocalDate overdueOn() {
        return overdueOn;
    }

    boolean isWatchedBefore(LocalDate day) {
        return watchedDueOn != null && watchedDueOn.isBefore(day);
    }

    @Nullable
    LocalDate watchedDueOn() {
        return watchedDueOn;
    }
}
