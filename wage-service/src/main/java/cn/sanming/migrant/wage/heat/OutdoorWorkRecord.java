package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
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

/// One employer's work outdoors on one day (室外作业记录), held against the heat of that day. A breach once found stays.
@Document("outdoor_work")
@CompoundIndex(def = "{'file.district': 1, 'day': 1}")
final class OutdoorWorkRecord implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String employerUscc;

    private final String district;

    @Indexed
    private final LocalDate day;

    private final @Nullable String projectId;
    private final OutdoorWork work;
    private List<HeatBreach> breaches = new ArrayList<>();

    /// Whether the work was within the limits.
    enum State {
        WITHIN_LIMITS,
        VIOLATED
    }

    OutdoorWorkRecord(
            String id,
            CaseFile file,
            String employerUscc,
            String district,
            LocalDate day,
            @Nullable String projectId,
            OutdoorWork work) {
        this.id = id;
        this.file = file;
        this.employerUscc = employerUscc;
        this.district = district;
        this.day = day;
        this.projectId = projectId;
        this.work = work;
    }

    static OutdoorWorkRecord of(
            String employerUscc,
            String district,
            LocalDate day,
            @Nullable String projectId,
            OutdoorWork work,
            CommandContext context) {
        var id = Ids.of("ow", employerUscc, district, day.toString(), projectId == null ? "-" : projectId);
        var file = CaseFile.opened(id, State.WITHIN_LIMITS, district, context);
        return new OutdoorWorkRecord(id, file, employerUscc, district, day, projectId, work);
    }

    /// Holds the work against the heat of the day; each breach is published once.
    ///
    /// @param personsAllowed rule HEAT_PERSON for pregnant workers and minors outdoors
    /// @return whether something new was found
    boolean assess(HeatBands.Finding limits, boolean personsAllowed, CommandContext context) {
        var found = work.excused() ? Set.<HeatBreach>of() : breachesOf(limits, personsAllowed);
        boolean news = false;
        for (var breach : found) {
            if (!breaches.contains(breach)) {
                breaches.add(breach);
                var violation = Ids.of("hv", id, breach.name());
                file.record(new HeatViolated(violation, employerUscc, district, day, breach), context);
                news = true;
            }
        }
        if (news && file.is(State.WITHIN_LIMITS)) {
            file.move("violate", State.VIOLATED.name(), "SYSTEM", context, null);
        }
        return news;
    }

    private Set<HeatBreach> breachesOf(HeatBands.Finding limits, boolean personsAllowed) {
        var found = EnumSet.noneOf(HeatBreach.class);
        if (!work.happened()) {
            return found;
        }
        switch (limits.band()) {
            case NONE -> {}
            case STOP_OUTDOOR -> found.add(HeatBreach.STOP_OUTDOOR);
            case ROTATE_NO_OVERTIME, MAX_6_HOURS -> {
                var most = limits.maxOutdoorHours();
                if (most != null && work.hours().compareTo(BigDecimal.valueOf(most)) > 0) {
                    found.add(HeatBreach.MAX_OUTDOOR_HOURS);
                }
                var window = limits.forbiddenOutdoorWindow();
                if (window != null && work.windows().stream().anyMatch(each -> each.meets(window))) {
                    found.add(HeatBreach.FORBIDDEN_WINDOW);
                }
                if (work.overtime() && !limits.overtimeOutdoorsAllowed()) {
                    found.add(HeatBreach.NO_OVERTIME);
                }
            }
        }
        if (work.protectedPersons() > 0 && !personsAllowed) {
            found.add(HeatBreach.PROTECTED_PERSON);
        }
        return found;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String employerUscc() {
        return employerUscc;
    }

    String district() {
        return district;
    }

    LocalDate day() {
        return day;
    }

    OutdoorWork work() {
        return work;
    }

    View view() {
        return new View(id, file.state(), employerUscc, district, day, projectId, work, List.copyOf(breaches));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String state,
            String employerUscc,
            String district,
            LocalDate day,
            @Nullable String projectId,
            OutdoorWork work,
            List<HeatBreach> violations) {}
}
