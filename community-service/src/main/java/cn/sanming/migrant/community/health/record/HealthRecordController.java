package cn.sanming.migrant.community.health.record;

import cn.sanming.migrant.community.health.Envelope;
import cn.sanming.migrant.community.health.HealthReads;
import cn.sanming.migrant.community.health.Purpose;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reading a health record over HTTP: never without a purpose, never without a trail.
@RestController
class HealthRecordController {

    private final HealthRecordDesk desk;
    private final HealthReads reads;
    private final Envelope envelope;
    private final Invitations invitations;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String state,
            String personId,
            String district,
            @Nullable String clinic,
            LocalDate createdOn,
            LocalDate birthDate,
            @Nullable String bloodType,
            List<String> allergies,
            List<String> conditions,
            List<String> notes) {}

    record Invitation(String district, LocalDate residenceStart, LocalDate countedFrom, boolean recordExists) {}

    HealthRecordController(HealthRecordDesk desk, HealthReads reads, Envelope envelope, Invitations invitations) {
        this.desk = desk;
        this.reads = reads;
        this.envelope = envelope;
        this.invitations = invitations;
    }

    @GetMapping(HealthRecordDesk.PATH + "/{id}")
    Outcome<View> read(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Purpose purpose,
            CommandContext context) {
        return desk.find(id).map(record -> read(record, purpose, context)).orElseGet(Outcome::notFound);
    }

    /// A worker finds the record of a patient in front of them; the person finds the own one.
    @GetMapping(HealthRecordDesk.PATH)
    Outcome<View> readOf(
            @RequestParam("person_id") String personId,
            @RequestParam(required = false) @Nullable Purpose purpose,
            CommandContext context) {
        return desk.active(personId)
                .map(record -> read(record, purpose, context))
                .orElseGet(Outcome::notFound);
    }

    private Outcome<View> read(HealthRecord record, @Nullable Purpose purpose, CommandContext context) {
        var sealed = record.content;
        return sealed == null
                ? Outcome.notFound()
                : reads.read(record.sealed(), purpose, context, () -> view(record, sealed));
    }

    private View view(HealthRecord record, String sealed) {
        var content = envelope.open(sealed, HealthRecord.Content.class);
        return new View(
                record.id,
                record.file.state(),
                record.personId,
                record.district(),
                record.clinic,
                record.createdOn,
                content.birthDate(),
                content.bloodType(),
                content.allergies(),
                content.conditions(),
                content.notes());
    }

    @GetMapping("/api/v1/community/health-invitations/mine")
    Outcome<Invitation> invitation(CommandContext context) {
        var me = context.actor().workerId();
        if (me == null) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return invitations
                .of(me)
                .map(found -> Outcome.done(new Invitation(
                        found.district(),
                        found.residenceStart(),
                        found.countedFrom(),
                        desk.active(me).isPresent())))
                .orElseGet(Outcome::notFound);
    }
}
