package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.wage.cases.CaseForms.Complaint;
import cn.sanming.migrant.wage.cases.CaseForms.Reporter;
import cn.sanming.migrant.wage.cases.Intake.Breach;
import cn.sanming.migrant.wage.cases.Intake.Source;
import cn.sanming.migrant.wage.employer.Employers;
import cn.sanming.migrant.wage.site.Site;
import cn.sanming.migrant.wage.site.SiteRegister;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes complaints in (受理投诉举报): one worker's is enough, anybody's identity stays hidden, a second case about the
/// same months is not opened.
@Component
final class CaseIntake {

    /// Stands in the file instead of whoever reported.
    private static final String HIDDEN = "hidden";

    private final MongoTemplate mongo;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final Employers employers;
    private final SiteRegister sites;
    private final Disputes disputes;
    private final CaseRules rules;

    CaseIntake(
            MongoTemplate mongo,
            FieldCipher cipher,
            JsonMapper json,
            Employers employers,
            SiteRegister sites,
            Disputes disputes,
            CaseRules rules) {
        this.mongo = mongo;
        this.cipher = cipher;
        this.json = json;
        this.employers = employers;
        this.sites = sites;
        this.disputes = disputes;
        this.rules = rules;
    }

    Outcome<ArrearsCase> open(Complaint complaint, CommandContext context) {
        var site = complaint.projectId() == null
                ? null
                : sites.find(complaint.projectId()).orElse(null);
        var district = district(complaint, site, context.actor());
        var faults = faults(complaint, district, context);
        if (!faults.isEmpty() || district == null) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var intake = intake(complaint, site, context);
        var other = mongo.findOne(
                Query.query(Criteria.where("openKeys").in(intake.keys(complaint.employerUscc())))
                        .with(Sort.by("_id")),
                ArrearsCase.class);
        if (other != null) {
            return Outcome.duplicate(CaseDesk.PATH + '/' + other.id(), Reason.of("CASE_ALREADY_OPEN"));
        }
        var opened = ArrearsCase.open(complaint.employerUscc(), district, intake, complaint.owed(), hidden(context));
        disputes.running(complaint.employerUscc(), district)
                .forEach(dispute -> opened.annexes().join(dispute));
        return Outcome.created(opened, CaseDesk.PATH + '/' + opened.id());
    }

    private static @Nullable String district(Complaint complaint, @Nullable Site site, Actor actor) {
        if (complaint.district() != null) {
            return complaint.district();
        }
        return site != null && site.district() != null ? site.district() : actor.county();
    }

    private List<Reason> faults(Complaint complaint, @Nullable String district, CommandContext context) {
        var faults = new ArrayList<Reason>();
        var codes = new String[][] {
            {"/employer_uscc", complaint.employerUscc()},
            {"/contractor_uscc", complaint.contractorUscc()},
            {"/owner_uscc", complaint.ownerUscc()}
        };
        for (var code : codes) {
            if (code[1] != null && !employers.accepts(code[1])) {
                faults.add(Reason.at(code[0], "INVALID_CREDIT_CODE"));
            }
        }
        if (district == null) {
            faults.add(Reason.at("/district", "REQUIRED"));
        } else if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (complaint.receivedOn() != null && complaint.receivedOn().isAfter(context.today())) {
            faults.add(Reason.at("/received_on", "IN_THE_FUTURE"));
        }
        var persons = complaint.owed().stream().map(Claim::personId).toList();
        if (persons.stream().distinct().count() < persons.size()) {
            faults.add(Reason.at("/claims", "WORKER_NAMED_TWICE"));
        }
        var own = context.actor().workerId();
        if (context.actor().has("WORKER") && !persons.isEmpty() && !persons.contains(own)) {
            faults.add(Reason.at("/claims", "OWN_CLAIM_MISSING"));
        }
        return faults;
    }

    private Intake intake(Complaint complaint, @Nullable Site site, CommandContext context) {
        var received = complaint.receivedOn() == null ? context.today() : complaint.receivedOn();
        var arrears = complaint.arrearsIds() == null ? List.<String>of() : complaint.arrearsIds();
        return new Intake(
                source(complaint, arrears, context.actor()),
                complaint.breach() == null ? Breach.UNPAID_WAGES : complaint.breach(),
                received,
                rules.fileBy(received),
                complaint.projectId(),
                complaint.contractorUscc() == null && site != null ? site.contractorUscc() : complaint.contractorUscc(),
                complaint.ownerUscc() == null && site != null ? site.ownerUscc() : complaint.ownerUscc(),
                complaint.periods() == null
                        ? List.of()
                        : complaint.periods().stream().distinct().sorted().toList(),
                List.copyOf(arrears),
                complaint.facts(),
                reporter(complaint, context.actor()));
    }

    private static Source source(Complaint complaint, List<String> arrears, Actor actor) {
        if (Boolean.TRUE.equals(complaint.anonymous())) {
            return Source.ANONYMOUS;
        }
        if (actor.has("WORKER") || complaint.reporter() != null) {
            return Source.COMPLAINT;
        }
        return arrears.isEmpty() ? Source.OFFICER : Source.ARREARS;
    }

    /// Who reported, encrypted; an anonymous reporter isn't kept at all.
    private @Nullable Sealed reporter(Complaint complaint, Actor actor) {
        if (Boolean.TRUE.equals(complaint.anonymous())) {
            return null;
        }
        var own = actor.workerId() == null ? null : new WorkerId(actor.workerId());
        var named = complaint.reporter();
        if (named == null && own == null) {
            return null;
        }
        var known = named == null
                ? new Reporter(null, null, own)
                : new Reporter(named.name(), named.phone(), named.personId() == null ? own : named.personId());
        return cipher.protect(json.writeValueAsString(known));
    }

    Reporter reveal(Sealed reporter) {
        return json.readValue(cipher.open(reporter.cipher()), Reporter.class);
    }

    /// The file must not say by its first line who complained.
    private static CommandContext hidden(CommandContext context) {
        var actor = context.actor();
        if (actor.workerId() == null) {
            return context;
        }
        var nobody = new Actor(HIDDEN, actor.roles(), null, null, null, null);
        return new CommandContext(
                nobody, context.at(), context.correlationId(), context.causationId(), context.traceparent());
    }
}
