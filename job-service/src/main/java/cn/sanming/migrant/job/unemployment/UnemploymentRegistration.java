package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person's registration as unemployed (失业登记): at most one open at a time, decided by the rule of measure 2.
@Document("unemployment-registrations")
@CompoundIndex(def = "{'file.state': 1, 'lastContactOn': 1}")
final class UnemploymentRegistration implements CaseAggregate {

    enum State {
        SUBMITTED,
        RETURNED,
        REGISTERED,
        REJECTED,
        CANCELLED,
        WITHDRAWN
    }

    /// Why a registration ends (注销原因).
    enum CancelReason {
        EMPLOYED,
        SELF_EMPLOYED,
        INCOME_AT_LEAST_MINIMUM_WAGE,
        RETIRED,
        UNABLE_TO_WORK,
        STUDY_OR_ARMY_OR_EMIGRATION,
        IMPRISONED,
        REFUSED_SERVICES,
        NO_CONTACT_6_MONTHS
    }

    /// What the adviser noted about a talk (跟踪服务记录).
    record AdviserNote(LocalDate on, String by, String note) {}

    @DomainEvent.Type("job.unemployment.registered")
    record Registered(
            @JsonIgnore String subject,
            String personId,
            String districtCode,
            LocalDate registeredOn,
            LocalDate residenceStart,
            List<String> occupationCodes,
            @Nullable Integer skillLevel)
            implements DomainEvent {}

    @DomainEvent.Type("job.unemployment.cancelled")
    record Cancelled(@JsonIgnore String subject, String personId, CancelReason reason, LocalDate cancelledOn)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String personId;

    @Indexed(unique = true, sparse = true)
    private @Nullable String openFor;

    private RegistrationRequest request;
    private final LocalDate applicationDate;
    private final List<String> missing;
    private final List<AdviserNote> notes;
    private @Nullable Decision<UnemploymentRule.Finding> decision;
    private @Nullable String adviser;
    private @Nullable LocalDate registeredOn;
    private @Nullable LocalDate lastContactOn;
    private @Nullable CancelReason cancelReason;

    UnemploymentRegistration(
            String id,
            CaseFile file,
            String personId,
            RegistrationRequest request,
            LocalDate applicationDate,
            List<String> missing,
            List<AdviserNote> notes) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.request = request;
        this.applicationDate = applicationDate;
        this.missing = missing;
        this.notes = notes;
    }

    static UnemploymentRegistration submitted(RegistrationRequest request, CommandContext context) {
        var id = Ids.next("ur");
        var file = CaseFile.opened(id, State.SUBMITTED, request.district(), context);
        var made = new UnemploymentRegistration(
                id, file, request.personId(), request, context.today(), new ArrayList<>(), new ArrayList<>());
        made.openFor = request.personId();
        return made;
    }

    /// One single list of what is missing (一次性告知): a second return may not ask for what could be seen the first time.
    Verdict giveBack(List<String> items) {
        return Verdict.guards()
                .require(!items.isEmpty(), "NOTHING_MISSING")
                .require(missing.isEmpty() || missing.containsAll(items), "ONE_TIME_NOTICE")
                .then(() ->
                        items.stream().filter(item -> !missing.contains(item)).forEach(missing::add));
    }

    Verdict resubmit(@Nullable RegistrationRequest corrected) {
        if (corrected == null) {
            return Verdict.granted();
        }
        return Verdict.guards()
                .require(corrected.personId().equals(personId), "PERSON_CHANGED")
                .then(() -> request = corrected);
    }

    Verdict register(Decision<UnemploymentRule.Finding> decided, CommandContext context) {
        decision = decided;
        var finding = decided.result();
        var start = finding.residenceStart();
        if (!finding.eligible() || start == null) {
            return Verdict.refused(
                    Refusal.Kind.NOT_ELIGIBLE,
                    finding.reasons().stream().map(Reason::of).toArray(Reason[]::new));
        }
        adviser = context.actor().id();
        registeredOn = context.today();
        lastContactOn = context.today();
        file.record(
                new Registered(
                        id,
                        personId,
                        request.district(),
                        context.today(),
                        start,
                        request.occupationCodes(),
                        request.skillLevel()),
                context);
        return Verdict.granted();
    }

    /// A contact keeps the registration alive; what was said is noted.
    Verdict contacted(@Nullable String note, CommandContext context) {
        return Verdict.guards()
                .require(file.is(State.REGISTERED), "NOT_REGISTERED")
                .then(() -> {
                    lastContactOn = context.today();
                    if (note != null && !note.isBlank()) {
                        notes.add(
                                new AdviserNote(context.today(), context.actor().id(), note));
                    }
                });
    }

    Verdict adviseBy(String name) {
        return Verdict.guards()
                .require(!name.isBlank(), Reason.at("/adviser", "REQUIRED"))
                .require(file.is(State.REGISTERED), "NOT_REGISTERED")
                .then(() -> adviser = name);
    }

    /// Since when the officer's clock runs: it stands still while the file is with the applicant, and then runs anew.
    LocalDate submittedOn() {
        return file.last("resubmit")
                .map(entry -> LocalDate.ofInstant(entry.at(), Dates.ZONE))
                .orElse(applicationDate);
    }

    Verdict cancel(CancelReason reason, CommandContext context) {
        cancelReason = reason;
        openFor = null;
        file.record(new Cancelled(id, personId, reason, context.today()), context);
        return Verdict.granted();
    }

    /// Refused or withdrawn: the person may apply again.
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

    String personId() {
        return personId;
    }

    RegistrationRequest request() {
        return request;
    }

    LocalDate applicationDate() {
        return applicationDate;
    }

    List<AdviserNote> notes() {
        return notes;
    }

    List<String> missing() {
        return missing;
    }

    @Nullable
    Decision<UnemploymentRule.Finding> decision() {
        return decision;
    }

    @Nullable
    String adviser() {
        return adviser;
    }

    @Nullable
    LocalDate registeredOn() {
        return registeredOn;
    }

    @Nullable
    LocalDate lastContactOn() {
        return lastContactOn;
    }

    @Nullable
    CancelReason cancelReason() {
        return cancelReason;
    }
}
