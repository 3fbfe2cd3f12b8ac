package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One skill competition (职业技能竞赛), closed only when its results have been public for five working days; measure 7.
@Document("competitions")
@CompoundIndex(def = "{'plan.organiserUnit': 1, '_id': 1}")
@CompoundIndex(def = "{'plan.occupationCode': 1, '_id': 1}")
final class Competition implements CaseAggregate {

    enum State {
        DRAFT,
        PUBLISHED,
        REGISTRATION_OPEN,
        IN_PROGRESS,
        RESULTS_PUBLICISED,
        CLOSED,
        CANCELLED
    }

    enum Level {
        ENTERPRISE,
        INDUSTRY,
        COUNTY,
        CITY
    }

    /// @param theme data; without it the theme in force on the day (“建功‘十四五’、奋进新征程”)
    record Plan(
            @NotBlank @Size(max = 120) String name,
            @Nullable String theme,
            Level level,
            @Pattern(regexp = "[0-9](-[0-9]{2}){3}") String occupationCode,
            String organiserUnit,
            @Nullable String district,
            LocalDate firstDay,
            @Positive int quota) {

        Plan with(String otherTheme, @Nullable String otherDistrict) {
            return new Plan(name, otherTheme, level, occupationCode, organiserUnit, otherDistrict, firstDay, quota);
        }
    }

    /// A place in the results (名次) that leads to an award.
    record Place(
            String entryId, @Positive int rank, @NotBlank String award) {}

    /// An objection (异议) to the publicised results by one of those who competed.
    record Objection(
            String entryId, LocalDate raisedOn, @Nullable LocalDate answeredOn) {}

    @DomainEvent.Type("training.competition.published")
    record Published(
            @JsonIgnore String subject,
            String name,
            String theme,
            Level level,
            String occupationCode,
            String organiserUnit)
            implements DomainEvent {}

    @DomainEvent.Type("training.competition.closed")
    record Closed(@JsonIgnore String subject, long entries, long migrantEntries, int awards, LocalDate closedOn)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Plan plan;
    private final List<Objection> objections;
    private @Nullable List<Place> places;
    private @Nullable LocalDate publicisedOn;
    private @Nullable LocalDate closedOn;

    Competition(String id, CaseFile file, Plan plan, List<Objection> objections) {
        this.id = id;
        this.file = file;
        this.plan = plan;
        this.objections = objections;
    }

    static Competition draft(Plan plan, CommandContext context) {
        var id = Ids.next("co");
        return new Competition(id, CaseFile.opened(id, State.DRAFT, plan.district(), context), plan, new ArrayList<>());
    }

    Verdict publish(CommandContext context) {
        file.record(
                new Published(
                        id,
                        plan.name(),
                        String.valueOf(plan.theme()),
                        plan.level(),
                        plan.occupationCode(),
                        plan.organiserUnit()),
                context);
        return Verdict.granted();
    }

    Verdict start(long confirmed) {
        return Verdict.guards().require(confirmed >= 1, "NOBODY_CONFIRMED").verdict();
    }

    /// @param competed entries that have a result; @param awarded the places to be awarded, where they are known
    Verdict publiciseResults(List<String> competed, @Nullable List<Place> awarded, CommandContext context) {
        var named = awarded == null
                ? List.<String>of()
                : awarded.stream().map(Place::entryId).toList();
        return Verdict.guards()
                .require(competed.containsAll(named), Reason.at("/places", "ENTRY_HAS_NOT_COMPETED"))
                .require(named.stream().distinct().count() == named.size(), Reason.at("/places", "ENTRY_NAMED_TWICE"))
                .then(() -> {
                    places = awarded;
                    publicisedOn = context.today();
                });
    }

    /// @param lastDay of the publicity
    Verdict object(String entryId, LocalDate lastDay, CommandContext context) {
        if (!file.is(State.RESULTS_PUBLICISED)) {
            return Verdict.guardFailed("RESULTS_NOT_PUBLICISED");
        }
        if (context.today().isAfter(lastDay)) {
            return Verdict.refused(
                    Refusal.Kind.DEADLINE_PASSED, Reason.of("PUBLICITY_IS_OVER").required(lastDay, context.today()));
        }
        return Verdict.guards()
                .require(open(entryId).isEmpty(), "OBJECTION_IS_OPEN")
                .then(() -> objections.add(new Objection(entryId, context.today(), null)));
    }

    Verdict answer(String entryId, CommandContext context) {
        var raised = open(entryId);
        return Verdict.guards().require(raised.isPresent(), "NO_OPEN_OBJECTION").then(() -> {
            objections.remove(raised.orElseThrow());
            objections.add(new Objection(entryId, raised.orElseThrow().raisedOn(), context.today()));
        });
    }

    /// @param from the first day after the publicity; @param said how many awards there will be, where no places
    /// were publicised
    Verdict close(LocalDate from, long entries, long migrants, @Nullable Integer said, CommandContext context) {
        var awards = places == null ? said : Integer.valueOf(places.size());
        return Verdict.guards()
                .require(
                        !context.today().isBefore(from),
                        Reason.of("PUBLICITY_NOT_OVER").required(from, context.today()))
                .require(objections.stream().noneMatch(raised -> raised.answeredOn() == null), "OBJECTION_IS_OPEN")
                .require(awards != null, Reason.at("/awards", "AWARDS_UNKNOWN"))
                .require(
                        said == null || said.equals(awards),
                        Reason.at("/awards", "NOT_AS_PUBLICISED").required(String.valueOf(awards), said))
                .then(() -> {
                    closedOn = context.today();
                    file.record(
                            new Closed(id, entries, migrants, awards == null ? 0 : awards, context.today()), context);
                });
    }

    Optional<Place> placeOf(String entryId) {
        return places == null
                ? Optional.empty()
                : places.stream()
                        .filter(place -> place.entryId().equals(entryId))
                        .findFirst();
    }

    /// Whether an entry goes without an award: the results say so, or nobody awarded it on the day of closing.
    boolean leavesOut(String entryId, LocalDate today) {
        return file.is(State.CLOSED)
                && (places == null
                        ? closedOn != null && closedOn.isBefore(today)
                        : placeOf(entryId).isEmpty());
    }

    private Optional<Objection> open(String entryId) {
        return objections.stream()
                .filter(raised -> raised.entryId().equals(entryId) && raised.answeredOn() == null)
                .findFirst();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Plan plan() {
        return plan;
    }

    List<Objection> objections() {
        return List.copyOf(objections);
    }

    @Nullable
    List<Place> places() {
        return places;
    }

    @Nullable
    LocalDate publicisedOn() {
        return publicisedOn;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }
}
