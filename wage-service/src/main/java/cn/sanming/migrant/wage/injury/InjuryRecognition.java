package cn.sanming.migrant.wage.injury;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.wage.injury.InjuryForms.Acceptance;
import cn.sanming.migrant.wage.injury.InjuryForms.Item;
import cn.sanming.migrant.wage.injury.InjuryForms.Missing;
import cn.sanming.migrant.wage.injury.InjuryForms.Report;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One request to recognise a work injury (工伤认定申请); 工伤保险条例 art. 17 to 20. A decision after its deadline still
/// stands: the delay is the authority's and must not cost the worker anything.
@Document("injuries")
final class InjuryRecognition implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String personId;

    @Indexed
    private final String employerUscc;

    private final @Nullable String projectId;
    private final LocalDate accidentOn;
    private final String place;
    private final String cause;
    private final Applicant applicant;
    private final LocalDate submittedOn;

    private List<String> requested = new ArrayList<>();
    private List<String> supplied = new ArrayList<>();
    private @Nullable LocalDate acceptedOn;
    private boolean clearCase;
    private @Nullable String extensionReason;
    private @Nullable String awaiting;
    private @Nullable LocalDate suspendedSince;
    private int suspendedDays;
    private @Nullable LocalDate decidedOn;

    /// Person and day of the accident, unless the request was not accepted: then it may be made again. An employer's
    /// late request has a key of its own, so that it never stands in the way of the worker's (art. 17): his year
    // runs on.
    @Indexed(unique = true, sparse = true)
    private @Nullable String liveKey;

    InjuryRecognition(
            String id,
            CaseFile file,
            String personId,
            String employerUscc,
            @Nullable String projectId,
            LocalDate accidentOn,
            String place,
            String cause,
            Applicant applicant,
            LocalDate submittedOn) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.employerUscc = employerUscc;
        this.projectId = projectId;
        this.accidentOn = accidentOn;
        this.place = place;
        this.cause = cause;
        this.applicant = applicant;
        this.submittedOn = submittedOn;
    }

    static InjuryRecognition submit(
            Report report, Applicant applicant, InjuryDeadlines.Finding deadlines, CommandContext context) {
        var id = Ids.next("ij");
        var injury = new InjuryRecognition(
                id,
                CaseFile.opened(id, InjuryState.SUBMITTED, report.district(), context),
                report.personId(),
                report.employerUscc(),
                report.projectId(),
                report.accidentOn(),
                report.place(),
                report.cause(),
                applicant,
                context.today());
        injury.liveKey = keyOf(report, applicant, deadlines, context.today());
        injury.file.record(
                new InjuryReported(
                        id,
                        report.personId(),
                        report.employerUscc(),
                        report.projectId(),
                        report.accidentOn(),
                        deadlines.employerFileBy(),
                        deadlines.workerFileBy()),
                context);
        return injury;
    }

    static String key(String personId, LocalDate accidentOn) {
        return personId + '|' + accidentOn;
    }

    /// The key under which a request is the only one of its kind.
    static String keyOf(Report report, Applicant applicant, InjuryDeadlines.Finding deadlines, LocalDate today) {
        var key = key(report.personId(), report.accidentOn());
        return applicant.kind().isEmployer() && today.isAfter(deadlines.employerFileBy()) ? key + "|late" : key;
    }

    /// Everything missing is asked for at once; only what could not be seen then may be asked for later.
    Verdict requestMaterial(Missing missing) {
        boolean first = requested.isEmpty();
        var late = missing.items().stream()
                .filter(item -> !first && !item.couldNotBeSeenBefore())
                .map(Item::name)
                .toList();
        return Verdict.guards()
                .require(late.isEmpty(), Reason.of("ONE_TIME_NOTICE").required("asked the first time", late))
                .then(() -> requested.addAll(
                        missing.items().stream().map(Item::name).toList()));
    }

    Verdict supply(List<String> items) {
        var have = new ArrayList<>(supplied);
        have.addAll(items);
        var open = requested.stream().filter(item -> !have.contains(item)).toList();
        return Verdict.guards()
                .require(open.isEmpty(), Reason.of("MATERIAL_STILL_MISSING").required(requested, open))
                .then(() -> supplied = have);
    }

    /// @param deadlines rule INJURY_DEADLINES for this accident
    Verdict accept(Acceptance acceptance, InjuryDeadlines.Finding deadlines, CommandContext context) {
        boolean employer = applicant.kind().isEmployer();
        var until = employer ? deadlines.employerFileBy() : deadlines.workerFileBy();
        boolean extended = employer && acceptance.extensionReason() != null;
        return Verdict.guards()
                .require(
                        extended || !submittedOn.isAfter(until),
                        Reason.of(employer ? "EMPLOYER_FILED_LATE" : "WORKER_FILED_LATE")
                                .clause("工伤保险条例 art. 17")
                                .required(until, submittedOn))
                .then(() -> {
                    liveKey = key(personId, accidentOn);
                    acceptedOn = context.today();
                    clearCase = acceptance.clearCase();
                    extensionReason = employer ? acceptance.extensionReason() : null;
                });
    }

    Verdict refuse() {
        liveKey = null;
        return Verdict.granted();
    }

    Verdict suspend(String finding, CommandContext context) {
        awaiting = finding;
        suspendedSince = context.today();
        return Verdict.granted();
    }

    Verdict resume(CommandContext context) {
        var since = suspendedSince;
        if (since != null) {
            suspendedDays += (int) ChronoUnit.DAYS.between(since, context.today());
        }
        suspendedSince = null;
        awaiting = null;
        return Verdict.granted();
    }

    Verdict recognise(CommandContext context) {
        var accepted = acceptedOn;
        if (accepted == null) {
            return Verdict.refused(Refusal.Kind.GUARD_FAILED, Reason.of("NOT_ACCEPTED_YET"));
        }
        decidedOn = context.today();
        var stood = suspendedDays == 0 ? null : suspendedDays;
        file.record(
                new InjuryRecognised(id, personId, employerUscc, accepted, context.today(), clearCase, stood), context);
        return Verdict.granted();
    }

    Verdict deny(CommandContext context) {
        decidedOn = context.today();
        return Verdict.granted();
    }

    InjuryDeadlines.Facts facts() {
        return new InjuryDeadlines.Facts(accidentOn, acceptedOn, suspendedDays);
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

    String employerUscc() {
        return employerUscc;
    }

    @Nullable
    String projectId() {
        return projectId;
    }

    LocalDate accidentOn() {
        return accidentOn;
    }

    Applicant applicant() {
        return applicant;
    }

    /// @param covered whether the project's policy covers the accident; nothing for accidents elsewhere
    InjuryView view(InjuryDeadlines.Finding deadlines, @Nullable Boolean covered) {
        boolean stopped = suspendedSince != null;
        var decideBy = stopped ? null : clearCase ? deadlines.decideByIfClear() : deadlines.decideBy();
        return new InjuryView(
                id,
                file.state(),
                file.district(),
                personId,
                employerUscc,
                projectId,
                covered,
                accidentOn,
                place,
                cause,
                applicant.kind(),
                submittedOn,
                List.copyOf(requested),
                List.copyOf(supplied),
                deadlines.employerFileBy(),
                deadlines.workerFileBy(),
                acceptedOn,
                clearCase,
                extensionReason,
                awaiting,
                suspendedSince,
                suspendedDays,
                decideBy,
                decidedOn,
                decidedOn == null || decideBy == null ? null : !decidedOn.isAfter(decideBy),
                employerBears(deadlines));
    }

    /// The employer pays the benefits of the time it let pass (工伤保险条例 art. 17).
    private InjuryView.@Nullable Span employerBears(InjuryDeadlines.Finding deadlines) {
        boolean late = submittedOn.isAfter(deadlines.employerFileBy()) && extensionReason == null;
        return late && acceptedOn != null ? new InjuryView.Span(accidentOn, acceptedOn) : null;
    }
}
