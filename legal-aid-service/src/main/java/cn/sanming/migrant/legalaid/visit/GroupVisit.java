package cn.sanming.migrant.legalaid.visit;

import cn.sanming.migrant.legalaid.aid.Matter;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A visit to a group of workers (预约、上门受理群体性案件), ending in one legal-aid case for each.
@Document("group_visits")
public final class GroupVisit implements CaseAggregate {

    /// At the office at an hour agreed, or where the workers are.
    public enum Kind {
        APPOINTMENT,
        DOOR_TO_DOOR
    }

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final @Nullable String reference;
    final String groupId;

    @Indexed
    final List<String> personIds;

    final Matter matter;
    final boolean migrantWorkers;

    @Indexed(sparse = true)
    final @Nullable String employerUscc;

    final boolean offered;
    final LocalDate requestedOn;
    final LocalDate scheduleBy;
    String place;
    Kind kind;

    @Nullable
    LocalDate visitOn;

    /// The cases opened when the visit was accepted.
    @Nullable
    List<String> caseIds;

    GroupVisit(
            String id,
            CaseFile file,
            @Nullable String reference,
            String groupId,
            List<String> personIds,
            Matter matter,
            boolean migrantWorkers,
            @Nullable String employerUscc,
            boolean offered,
            LocalDate requestedOn,
            LocalDate scheduleBy,
            String place,
            Kind kind) {
        this.id = id;
        this.file = file;
        this.reference = reference;
        this.groupId = groupId;
        this.personIds = personIds;
        this.matter = matter;
        this.migrantWorkers = migrantWorkers;
        this.employerUscc = employerUscc;
        this.offered = offered;
        this.requestedOn = requestedOn;
        this.scheduleBy = scheduleBy;
        this.place = place;
        this.kind = kind;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    void schedule(LocalDate on, @Nullable String where, @Nullable Kind how, CommandContext context) {
        visitOn = on;
        place = where == null ? place : where;
        kind = how == null ? kind : how;
        file.record(new VisitScheduled(id, groupId, personIds.size(), place, on, requestedOn), context);
    }
}
