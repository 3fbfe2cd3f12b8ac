package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.casefile.DomainEvent;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// One skill competition (职业技能竞赛), closed only when its results have been public for five working days; measure 7.
@Document("competitions")
final class Competition implements CaseRecord {

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

    record Plan(
            String name,
            String theme,
            Level level,
            String occupationCode,
            String organiserUnit,
            @Nullable String district,
            LocalDate firstDay,
            int quota) {}

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
    private @Nullable LocalDate publicisedOn;

    Competition(String id, CaseFile file, Plan plan) {
        this.id = id;
        this.file = file;
        this.plan = plan;
    }

    static Competition draft(Plan plan, Act act) {
        var id = Ids.next("co");
        return new Competition(id, CaseFile.opened(id, State.DRAFT, plan.district(), act), plan);
    }

    Verdict publish(Act act) {
        file.record(
                new Published(id, plan.name(), plan.theme(), plan.level(), plan.occupationCode(), plan.organiserUnit()),
                act);
        return Verdict.granted();
    }

    Verdict start(long confirmed) {
        return Verdict.guards().require(confirmed >= 1, "NOBODY_CONFIRMED").verdict();
    }

    Verdict publiciseResults(Act act) {
        publicisedOn = act.today();
        return Verdict.granted();
    }

    /// @param from the first day after the publicity; @param places how many will be awarded
    Verdict close(LocalDate from, long entries, long migrants, int places, Act act) {
        return Verdict.guards()
                .require(
                        !act.today().isBefore(from),
                        Reason.of("PUBLICITY_NOT_OVER").required(from, act.today()))
                .then(() -> file.record(new Closed(id, entries, migrants, places, act.today()), act));
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

    @Nullable
    LocalDate publicisedOn() {
        return publicisedOn;
    }
}
