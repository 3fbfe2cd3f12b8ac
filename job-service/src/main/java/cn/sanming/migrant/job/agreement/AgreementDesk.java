package cn.sanming.migrant.job.agreement;

import cn.sanming.migrant.job.worklist.DueWork;
import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for labour agreements; each night it lets those begin and end whose day has come.
@Component
public class AgreementDesk implements BusinessJob, DueWork {

    private static final String CITY = "350400";

    private final Dockets dockets;
    private final Docket<LabourAgreement> docket;
    private final RuleBook rules;
    private final MongoTemplate mongo;
    private final Clock clock;

    /// What an agreement promises (合作目标).
    public record Targets(
            int headcount,
            @Nullable Integer skilled,
            @Nullable String district) {}

    record Signed(@Nullable LocalDate validFrom) {}

    record Signature(LocalDate signedOn) {}

    /// @param renewBy from when on renewal should be talked about
    record View(
            String id,
            String state,
            LabourAgreement.Terms terms,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate renewBy,
            @Nullable LocalDate remindedOn) {}

    AgreementDesk(Dockets dockets, RuleBook rules, MongoTemplate mongo, Clock clock) {
        this.dockets = dockets;
        this.rules = rules;
        this.mongo = mongo;
        this.clock = clock;
        this.docket = dockets.declare(LabourAgreement.class, "LabourAgreement", "/api/v1/jobs/agreements")
                .opens(LabourAgreement.Terms.class, Set.of("HR_OFFICER"), AgreementDesk::draft)
                .on("sign", Signature.class, (agreement, body, act) -> agreement.sign(body.signedOn(), act))
                .on("activate", LabourAgreement::activate)
                .on("expire", LabourAgreement::expire)
                .onReason("terminate")
                .notes(
                        "remind",
                        Set.of("SYSTEM"),
                        Docket.Nothing.class,
                        (agreement, _, act) -> agreement.remind(act.today()))
                .shownAs(View.class, this::view);
    }

    private static Outcome<LabourAgreement> draft(LabourAgreement.Terms terms, Act act) {
        if (!terms.district().equals(CITY)
                && Divisions.sanming().find(terms.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return act.actor().mayActIn(terms.district())
                ? Outcome.created(LabourAgreement.draft(terms, act), "")
                : Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
    }

    private View view(LabourAgreement agreement) {
        return new View(
                agreement.id(),
                agreement.file().state(),
                agreement.terms(),
                agreement.signedOn(),
                renewBy(agreement),
                agreement.remindedOn());
    }

    /// The day from which on renewal is talked about (续签提醒).
    private @Nullable LocalDate renewBy(LabourAgreement agreement) {
        var until = agreement.terms().validUntil();
        return until == null
                ? null
                : until.minusDays(rules.grounds().on(until).integer("job.agreement.renewal_notice_days"));
    }

    /// What an agreement promises, if there is such an agreement.
    public Optional<Targets> targetsOf(String agreementId) {
        return dockets.find(docket, agreementId)
                .map(LabourAgreement::terms)
                .map(terms -> new Targets(terms.targetHeadcount(), terms.skilledTarget(), terms.district()));
    }

    /// One whose time has begun already need not wait for the night.
    @OnEvent("job.agreement.signed")
    void begin(Signed signed, Received event) {
        dockets.fire(docket, event.subject(), "activate", event.react(clock.instant()));
    }

    @Override
    public List<Due> dueOn(LocalDate on) {
        var active = Query.query(Criteria.where("file.state").is(LabourAgreement.State.ACTIVE.name()));
        return mongo.find(active, LabourAgreement.class).stream()
                .filter(agreement -> agreement.remindedOn() != null)
                .flatMap(agreement -> Stream.ofNullable(agreement.terms().validUntil())
                        .map(day -> new Due(
                                "RENEW_AGREEMENT",
                                agreement.id(),
                                agreement.terms().district(),
                                day)))
                .toList();
    }

    @Override
    public String name() {
        return "labour-agreements";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 10);
    }

    @Override
    public void run(LocalDate businessDate) {
        var act = Act.ofSystem(businessDate.atTime(at()).atZone(Dates.ZONE).toInstant());
        dockets.sweep(
                docket,
                List.of(LabourAgreement.State.SIGNED),
                agreement -> agreement.begunBy(businessDate) ? "activate" : null,
                act);
        dockets.sweep(
                docket,
                List.of(LabourAgreement.State.ACTIVE),
                agreement -> agreement.overBy(businessDate) ? "expire" : reminder(agreement, businessDate),
                act);
    }

    private @Nullable String reminder(LabourAgreement agreement, LocalDate on) {
        var from = renewBy(agreement);
        return agreement.remindedOn() == null && from != null && !from.isAfter(on) ? "remind" : null;
    }
}
