package cn.sanming.migrant.community.health.vaccination;

import cn.sanming.migrant.community.health.Envelope;
import cn.sanming.migrant.community.health.HealthReads;
import cn.sanming.migrant.community.health.Purpose;
import cn.sanming.migrant.community.health.SealedNote;
import cn.sanming.migrant.community.health.VaccinationFileDue;
import cn.sanming.migrant.community.health.record.HealthInvitation;
import cn.sanming.migrant.community.health.record.Invitations;
import cn.sanming.migrant.community.school.VaccinationProof;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Opens vaccination files at once on request and enters doses (建卡、接种登记).
@Component
class VaccinationDesk implements VaccinationProof {

    static final String PATH = "/api/v1/community/vaccination-files";

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;
    private final Envelope envelope;
    private final HealthReads reads;
    private final Invitations invitations;
    private final ImmunisationProgramme programme;
    private final RuleBook rules;
    private final VaccinationFileDue due;

    VaccinationDesk(
            MongoTemplate mongo,
            Envelope envelope,
            HealthReads reads,
            Invitations invitations,
            ImmunisationProgramme programme,
            RuleBook rules,
            VaccinationFileDue due) {
        this.mongo = mongo;
        this.envelope = envelope;
        this.reads = reads;
        this.invitations = invitations;
        this.programme = programme;
        this.rules = rules;
        this.due = due;
    }

    Outcome<VaccinationFile> open(VaccinationController.Opening wanted, CommandContext context) {
        var child = wanted.childId().value();
        var guardians =
                wanted.guardianIds().stream().map(WorkerId::value).distinct().toList();
        var actor = context.actor();
        var me = actor.workerId();
        var own = me != null && guardians.contains(me);
        if (!own && !actor.has("HEALTH_WORKER")) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.at("/guardian_ids", "ONLY_FOR_YOUR_OWN_CHILD"));
        }
        var district = wanted.district() == null
                ? residence(child, guardians).orElse("")
                : Divisions.sanming().current(wanted.district());
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", district.isEmpty() ? "REQUIRED" : "UNKNOWN_DISTRICT"));
        }
        if (wanted.childBirth().isAfter(context.today())) {
            faults.add(Reason.at("/child_birth", "DAY_IN_FUTURE"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        if (!own && !SealedNote.isTreatedBy(actor, district, null)) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
        }
        var id = "vf-" + envelope.index("vaccination-file", child, district);
        var arrived = wanted.arrivedOn() == null ? context.today() : wanted.arrivedOn();
        var file = new VaccinationFile(
                id,
                CaseFile.opened(id, VaccinationFile.State.OPEN, district, context),
                child,
                guardians,
                own ? null : actor.unit(),
                context.today(),
                rules.decide(due, new VaccinationFileDue.Facts(wanted.childBirth(), arrived))
                        .result()
                        .fileDueOn(),
                envelope.close(new VaccinationFile.Content(wanted.childBirth(), programme.of(wanted.childBirth()))));
        try {
            return Outcome.created(mongo.insert(file), PATH + '/' + id);
        } catch (DuplicateKeyException _) {
            return Outcome.duplicate(PATH + '/' + id, Reason.at("/child_id", "FILE_EXISTS"));
        }
    }

    /// The registered residence of the child or a guardian names the vaccination unit.
    private Optional<String> residence(String child, List<String> guardians) {
        return Stream.concat(Stream.of(child), guardians.stream())
                .flatMap(person -> invitations.of(person).stream())
                .map(HealthInvitation::district)
                .findFirst();
    }

    Outcome<VaccinationFile> give(String id, String vaccine, int doseNo, LocalDate on, CommandContext context) {
        for (int attempt = 1; ; attempt++) {
            var file = mongo.findById(id, VaccinationFile.class);
            if (file == null || !file.sealed().isTreatedBy(context.actor())) {
                return Outcome.notFound();
            }
            switch (enter(file, vaccine, doseNo, on, context)) {
                case Verdict.Refused(Refusal refusal) -> {
                    return Outcome.refused(refusal);
                }
                case Verdict.Granted _ -> {
                    try {
                        return Outcome.done(mongo.save(file));
                    } catch (OptimisticLockingFailureException e) {
                        if (attempt == ATTEMPTS) {
                            return Outcome.refused(Kind.VERSION_CONFLICT);
                        }
                    }
                }
            }
        }
    }

    private Verdict enter(VaccinationFile file, String vaccine, int doseNo, LocalDate on, CommandContext context) {
        var content = content(file);
        var dose = content.doses().stream()
                .filter(each -> each.is(vaccine, doseNo))
                .findFirst()
                .orElse(null);
        return Verdict.guards()
                .require(dose != null, Reason.at("/vaccine", "NOT_IN_THE_PROGRAMME"))
                .require(dose == null || dose.givenOn() == null, Reason.at("/dose_no", "ALREADY_GIVEN"))
                .require(!on.isAfter(context.today()), Reason.at("/given_on", "DAY_IN_FUTURE"))
                .require(!on.isBefore(content.birthDate()), Reason.at("/given_on", "BEFORE_BIRTH"))
                .then(() -> {
                    var given = new VaccinationFile.Dose(vaccine, doseNo, dose.dueOn(), on);
                    file.content = envelope.close(new VaccinationFile.Content(
                            content.birthDate(),
                            content.doses().stream()
                                    .map(each -> each.is(vaccine, doseNo) ? given : each)
                                    .toList()));
                    file.file.record(
                            new VaccinationGiven(
                                    Ids.of("vd", file.id, vaccine, Integer.toString(doseNo)),
                                    envelope.statistical(file.childId),
                                    vaccine,
                                    doseNo,
                                    on,
                                    dose.dueOn()),
                            context);
                });
    }

    /// Answers a school yes or no; a child without a file here is simply unknown.
    @Override
    public boolean complete(String childId, LocalDate on, CommandContext context) {
        var files = mongo.find(Query.query(Criteria.where("childId").is(childId)), VaccinationFile.class);
        files.forEach(file -> reads.note(file.sealed(), Purpose.SCHOOL_ENTRY, true, context));
        return files.stream().anyMatch(file -> content(file).doses().stream().noneMatch(dose -> dose.missing(on)));
    }

    Optional<VaccinationFile> find(String id) {
        return Optional.ofNullable(mongo.findById(id, VaccinationFile.class));
    }

    VaccinationFile.Content content(VaccinationFile file) {
        return envelope.open(file.content, VaccinationFile.Content.class);
    }
}
