package cn.sanming.migrant.job.placement;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Somebody has found work (就业安置): who, where, since when, and through whom; measures 1 and 3.
@Document("placements")
final class Placement implements CaseAggregate {

    enum State {
        WORKING,
        ENDED
    }

    /// Through whom the work was found.
    enum Source {
        VACANCY,
        FAIR,
        AGENCY,
        WELFARE_POST,
        OTHER
    }

    record Facts(
            String personId,
            String employerUscc,
            String district,
            LocalDate startOn,
            Source source,
            @Nullable String agencyUscc,
            @Nullable String vacancyId,
            @Nullable String agreementId,
            @Nullable Integer skillLevel) {}

    @DomainEvent.Type("job.placement.confirmed")
    record Confirmed(
            @JsonIgnore String subject,
            String personId,
            String employerUscc,
            String districtCode,
            LocalDate startOn,
            Source source,
            @Nullable String agencyUscc,
            @Nullable String vacancyId)
            implements DomainEvent {}

    @DomainEvent.Type("job.placement.ended")
    record Ended(@JsonIgnore String subject, String personId, String employerUscc, LocalDate endOn, String reason)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    private final Facts facts;

    @Indexed
    private final String personId;

    @Indexed
    private final String employerUscc;

    @Indexed(sparse = true)
    private @Nullable String agreementId;

    private @Nullable LocalDate endOn;

    Placement(String id, CaseFile file, Facts facts, String personId, String employerUscc) {
        this.id = id;
        this.file = file;
        this.facts = facts;
        this.personId = personId;
        this.employerUscc = employerUscc;
    }

    /// The same person at the same employer from the same day is one placement, whoever reports it.
    static String idOf(Facts facts) {
        return Ids.of(
                "pl", facts.personId(), facts.employerUscc(), facts.startOn().toString());
    }

    static Placement confirmed(Facts facts, CommandContext context) {
        var id = idOf(facts);
        var file = CaseFile.opened(id, State.WORKING, facts.district(), context);
        file.record(
                new Confirmed(
                        id,
                        facts.personId(),
                        facts.employerUscc(),
                        facts.district(),
                        facts.startOn(),
                        facts.source(),
                        facts.agencyUscc(),
                        facts.vacancyId()),
                context);
        var made = new Placement(id, file, facts, facts.personId(), facts.employerUscc());
        made.agreementId = facts.agreementId();
        return made;
    }

    /// @return whether that is news
    boolean end(LocalDate on, String reason, CommandContext context) {
        if (file.is(State.ENDED)) {
            return false;
        }
        endOn = on;
        var role = context.actor().isSystem() ? "SYSTEM" : "REPORTER";
        file.move("end", State.ENDED.name(), role, context, reason);
        file.record(new Ended(id, personId, employerUscc, on, reason), context);
        return true;
    }

    /// Whether the work has lasted so many months on a day; the corresponding day itself counts.
    boolean lasted(int months, LocalDate on) {
        var until = endOn == null || endOn.isAfter(on) ? on : endOn;
        return !facts.startOn().plusMonths(months).isAfter(until);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Facts facts() {
        return facts;
    }

    String personId() {
        return personId;
    }

    String employerUscc() {
        return employerUscc;
    }

    @Nullable
    LocalDate endOn() {
        return endOn;
    }
}
