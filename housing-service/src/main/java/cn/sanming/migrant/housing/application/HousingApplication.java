package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.housing.unit.UnitKind;
import cn.sanming.migrant.housing.work.Spell;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One household asks for a home (保障性住房申请), from the form to the keys; measure 9.
@Document("housing_applications")
@CompoundIndex(def = "{'file.state': 1, 'employmentDegraded': 1}")
@CompoundIndex(def = "{'file.state': 1, 'publicityLastDay': 1}")
@CompoundIndex(name = "by_queue", def = "{'queue': 1, 'rank': 1}", sparse = true)
public final class HousingApplication implements CaseAggregate {

    private static final String REFUSED_BEFORE = "REFUSED_BEFORE";

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;

    @Indexed
    final String personId;

    /// All who will live there, the applicant first.
    @Indexed
    final List<String> household;

    final Programme programme;
    final LocalDate applicationDate;
    final Set<UnitKind> kinds;

    Circumstances circumstances;

    /// Person and programme while the application is open: nobody stands twice on one list.
    @Indexed(unique = true, sparse = true)
    @Nullable
    String openKey;

    @Nullable
    OneTimeNotice notice;

    List<Spell> papers = new ArrayList<>();
    Decision<WorkYears.Finding> workYears;

    /// The wage department was silent when it was last asked: papers are asked for, nothing is refused.
    boolean employmentDegraded;

    @Nullable
    LocalDate acceptedOn;

    @Nullable
    LocalDate checkBy;

    @Nullable
    Decision<RentalEligibility.Finding> rental;

    @Nullable
    Decision<PriceLimitedEligibility.Finding> priceLimited;

    @Nullable
    Integer priorityClass;

    @Nullable
    LocalDate publicisedOn;

    @Nullable
    LocalDate publicityLastDay;

    List<Objection> objections = new ArrayList<>();

    @Nullable
    LocalDate qualifiedOn;

    @Nullable
    LocalDate waitingListLatest;

    /// The list this application stands on while it waits, and its place there as text that sorts.
    @Nullable
    String queue;

    @Nullable
    String rank;

    int refusals;
    Set<String> refusedUnits = new LinkedHashSet<>();

    @Nullable
    String unitId;

    @Nullable
    String roundId;

    @Nullable
    LocalDate allocatedOn;

    @Nullable
    LocalDate signBy;

    @Nullable
    Terms terms;

    @Nullable
    Sale sale;

    List<String> endedFor = List.of();

    /// A signed lease: its first and last day.
    record Terms(LocalDate startOn, LocalDate endOn) {}

    /// A signed sale of a price-limited home.
    ///
    /// @param lockedUntil first day on which it may be sold on
    record Sale(
            Money price,
            LocalDate signedOn,
            LocalDate lockedUntil,
            @Nullable LocalDate resalePermittedOn) {}

    HousingApplication(
            String id,
            CaseFile file,
            String personId,
            List<String> household,
            Programme programme,
            LocalDate applicationDate,
            Set<UnitKind> kinds,
            Circumstances circumstances,
            Decision<WorkYears.Finding> workYears) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.household = household;
        this.programme = programme;
        this.applicationDate = applicationDate;
        this.kinds = kinds;
        this.circumstances = circumstances;
        this.workYears = workYears;
    }

    static HousingApplication submitted(
            String personId, ApplicationForm form, Decision<WorkYears.Finding> workYears, CommandContext context) {
        var id = Ids.next("ha");
        var all = new LinkedHashSet<String>();
        all.add(personId);
        all.addAll(form.householdOrNone());
        var application = new HousingApplication(
                id,
                CaseFile.opened(id, ApplicationState.SUBMITTED, form.district(), context),
                personId,
                List.copyOf(all),
                form.programme(),
                context.today(),
                form.kinds() == null ? Set.of() : Set.copyOf(form.kinds()),
                form.circumstances(),
                workYears);
        application.openKey = openKey(personId, form.programme());
        return application;
    }

    static String openKey(String personId, Programme programme) {
        return personId + '|' + programme;
    }

    /// Takes its place: class first, then the day of qualification, then the id (M09).
    void joinQueue() {
        queue = file.district() + "|" + programme;
        rank = priorityClass + "|" + qualifiedOn + "|" + id;
    }

    void leaveQueue() {
        queue = null;
    }

    /// The case is over: its applicant may apply anew, and a home that was held is given back.
    void close(List<String> reasons) {
        endedFor = List.copyOf(reasons);
        openKey = null;
        leaveQueue();
    }

    /// What its own file says after a drawn home could not be given to it.
    DrawnHome drawn(String unit, String round, Refusal refusal, LocalDate today) {
        if (unit.equals(unitId) && round.equals(roundId)) {
            return new DrawnHome.Given();
        }
        if (!file.is(ApplicationState.WAITLISTED)) {
            var history = file.history();
            var since = history.isEmpty()
                    ? applicationDate
                    : LocalDate.ofInstant(history.getLast().at(), Dates.ZONE);
            return new DrawnHome.Left(file.state(), since);
        }
        return refusedUnits.contains(unit)
                ? new DrawnHome.Left(REFUSED_BEFORE, today)
                : new DrawnHome.Hindered(refusal);
    }

    boolean hadLeft(String unit, String why, LocalDate on) {
        return why.equals(REFUSED_BEFORE)
                ? refusedUnits.contains(unit)
                : file.history().stream()
                        .anyMatch(entry -> entry.to().equals(why)
                                && !LocalDate.ofInstant(entry.at(), Dates.ZONE).isAfter(on));
    }

    String leaseId() {
        return Ids.of("le", id);
    }

    boolean hasOpenObjection() {
        return objections.stream().anyMatch(objection -> objection.upheld() == null);
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

    public int priorityClass() {
        return priorityClass == null ? PriorityClass.OTHERS : priorityClass;
    }

    public @Nullable LocalDate qualifiedOn() {
        return qualifiedOn;
    }
}
