package cn.sanming.migrant.community.health.record;

import cn.sanming.migrant.community.health.Envelope;
import cn.sanming.migrant.community.health.SealedNote;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.WorkerId;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Opens and keeps health records (建档、更新). Everybody gets one on request, whatever the hukou and however short the
/// residence (M10.1).
@Component
public class HealthRecordDesk {

    static final Command<HealthRecord, Opening> OPEN = Command.of("openHealthRecord", Opening.class);
    static final Command<HealthRecord, Move> MOVE = Command.of("moveHealthRecord", Move.class);
    static final Command<HealthRecord, Command.Nothing> CLOSE = Command.of("closeHealthRecord");
    static final Command<HealthRecord, Entry> UPDATE = Command.of("updateHealthRecord", Entry.class);
    static final Command<HealthRecord, Clinic> CHOOSE_CLINIC = Command.of("chooseClinicHealthRecord", Clinic.class);

    static final String PATH = "/api/v1/community/health-records";

    private static final Set<String> KEEPERS = Set.of("WORKER", "GUARDIAN", "HEALTH_WORKER");

    private final MongoTemplate mongo;
    private final Envelope envelope;
    private final Invitations invitations;

    /// @param district where the person lives; taken from the registered residence if left out
    record Opening(
            WorkerId personId,
            @Nullable @Size(max = 4) List<WorkerId> guardianIds,
            LocalDate birthDate,
            @Nullable String district,
            @Nullable Boolean migrantWorker,
            @Nullable LocalDate residenceStart) {}

    record Entry(
            @Nullable @Size(max = 10) String bloodType,
            @Nullable @Size(max = 50) List<String> allergies,
            @Nullable @Size(max = 50) List<String> conditions,
            @Nullable @Size(max = 2000) String note) {}

    record Move(String district, @Nullable String clinic) {}

    record Clinic(@Nullable String clinic) {}

    HealthRecordDesk(Cases cases, MongoTemplate mongo, Envelope envelope, Invitations invitations) {
        this.mongo = mongo;
        this.envelope = envelope;
        this.invitations = invitations;
        cases.define(HealthRecord.class, "HealthRecord", PATH)
                .opens(OPEN, KEEPERS, this::open)
                .on(MOVE, (record, body, context) -> kept(record, context, () -> move(record, body, context)))
                .on(CLOSE, (record, context) -> kept(record, context, Verdict::granted))
                .notes(UPDATE, Set.of("HEALTH_WORKER"), this::update)
                .notes(
                        CHOOSE_CLINIC,
                        KEEPERS,
                        (record, body, context) -> kept(record, context, () -> {
                            record.clinic = body.clinic();
                            return Verdict.granted();
                        }))
                .person("WORKER", "personId", record -> record.personId)
                .person("GUARDIAN", "guardianIds", record -> record.guardianIds)
                .confidential()
                .shownAs(RecordReceipt.class, RecordReceipt::of);
    }

    private Outcome<HealthRecord> open(Opening wanted, CommandContext context) {
        var person = wanted.personId().value();
        var guardians = wanted.guardianIds() == null
                ? List.<String>of()
                : wanted.guardianIds().stream().map(WorkerId::value).distinct().toList();
        var invited = invitations.of(person);
        var district = wanted.district() == null
                ? invited.map(HealthInvitation::district).orElse("")
                : Divisions.sanming().current(wanted.district());
        var actor = context.actor();
        var me = actor.workerId();
        if (!actor.has("HEALTH_WORKER") && (me == null || !me.equals(person) && !guardians.contains(me))) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "ONLY_FOR_YOURSELF_OR_YOUR_CHILD"));
        }
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", district.isEmpty() ? "REQUIRED" : "UNKNOWN_DISTRICT"));
        }
        if (wanted.birthDate().isAfter(context.today())) {
            faults.add(Reason.at("/birth_date", "DAY_IN_FUTURE"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        if (me == null && !SealedNote.isTreatedBy(actor, district, null)) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
        }
        var number = 1;
        for (var known = find(person, number); known.isPresent(); known = find(person, ++number)) {
            if (known.get().file.is(RecordState.ACTIVE)) {
                return Outcome.duplicate(PATH + '/' + known.get().id, Reason.at("/person_id", "RECORD_EXISTS"));
            }
        }
        var id = idOf(person, number);
        var residence = wanted.residenceStart() == null
                ? invited.map(HealthInvitation::residenceStart).orElse(null)
                : wanted.residenceStart();
        var record = new HealthRecord(
                id,
                CaseFile.opened(id, RecordState.ACTIVE, district, context),
                person,
                guardians,
                !Boolean.FALSE.equals(wanted.migrantWorker()),
                residence,
                context.today(),
                me == null ? actor.unit() : null,
                envelope.close(new HealthRecord.Content(wanted.birthDate(), null, List.of(), List.of(), List.of())));
        record.created(context);
        return Outcome.created(record, "");
    }

    private Verdict update(HealthRecord record, Entry entry, CommandContext context) {
        return kept(record, context, () -> {
            var sealed = record.content;
            if (!record.file.is(RecordState.ACTIVE) || sealed == null) {
                return Verdict.guardFailed("RECORD_NOT_ACTIVE");
            }
            var before = envelope.open(sealed, HealthRecord.Content.class);
            var notes = new ArrayList<>(before.notes());
            if (entry.note() != null) {
                notes.add(context.today() + " " + entry.note());
            }
            record.content = envelope.close(new HealthRecord.Content(
                    before.birthDate(),
                    entry.bloodType() == null ? before.bloodType() : entry.bloodType(),
                    entry.allergies() == null ? before.allergies() : entry.allergies(),
                    entry.conditions() == null ? before.conditions() : entry.conditions(),
                    notes));
            return Verdict.granted();
        });
    }

    /// First the new record, under an id of its own that never changes, then the old one: cut short, it is repeated.
    private Verdict move(HealthRecord record, Move to, CommandContext context) {
        var district = Divisions.sanming().current(to.district());
        var guards = Verdict.guards()
                .require(Divisions.sanming().find(district).isPresent(), Reason.at("/district", "UNKNOWN_DISTRICT"))
                .require(!district.equals(record.district()), Reason.at("/district", "SAME_DISTRICT"));
        return guards.then(() -> {
            var number = 1;
            while (!idOf(record.personId, number).equals(record.id)) {
                number++;
            }
            var id = idOf(record.personId, number + 1);
            var next = new HealthRecord(
                    id,
                    CaseFile.opened(id, RecordState.ACTIVE, district, context),
                    record.personId,
                    record.guardianIds,
                    record.migrantWorker,
                    context.today(),
                    context.today(),
                    to.clinic(),
                    record.content);
            try {
                mongo.insert(next);
            } catch (DuplicateKeyException _) {
                // an earlier attempt has already moved it
            }
            record.content = null;
        });
    }

    /// The case definition knows the role; whether the worker is of this district and clinic is asked here.
    private static Verdict kept(HealthRecord record, CommandContext context, Supplier<Verdict> work) {
        var sealed = record.sealed();
        return sealed.isOwn(context.actor()) || sealed.isTreatedBy(context.actor())
                ? work.get()
                : Verdict.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_PATIENT"));
    }

    private Optional<HealthRecord> find(String person, int number) {
        return Optional.ofNullable(mongo.findById(idOf(person, number), HealthRecord.class));
    }

    private String idOf(String person, int number) {
        return "hr-" + envelope.index("health-record", person, Integer.toString(number));
    }

    Optional<HealthRecord> find(String id) {
        return Optional.ofNullable(mongo.findById(id, HealthRecord.class));
    }

    /// The record that is kept for a person now.
    public Optional<HealthRecord> active(String personId) {
        var of = Query.query(Criteria.where("personId").is(personId));
        return mongo.find(of, HealthRecord.class).stream()
                .filter(record -> record.file.is(RecordState.ACTIVE))
                .findFirst();
    }

    /// The birth date for a rule, without handing out anything else.
    public LocalDate birthDateIn(HealthRecord record) {
        var sealed = record.content;
        if (sealed == null) {
            throw new IllegalStateException("an active record has a content");
        }
        return envelope.open(sealed, HealthRecord.Content.class).birthDate();
    }
}
