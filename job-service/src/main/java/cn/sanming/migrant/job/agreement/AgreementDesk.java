package cn.sanming.migrant.job.agreement;

import cn.sanming.migrant.job.worklist.RunningDeadlines;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
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
public class AgreementDesk implements DueWork, RunningDeadlines {

    static final Command<LabourAgreement, LabourAgreement.Terms> OPEN =
            Command.of("openLabourAgreement", LabourAgreement.Terms.class);
    static final Command<LabourAgreement, Signature> SIGN = Command.of("signLabourAgreement", Signature.class);
    static final Command<LabourAgreement, Command.Nothing> ACTIVATE = Command.of("activateLabourAgreement");
    static final Command<LabourAgreement, Command.Nothing> EXPIRE = Command.of("expireLabourAgreement");
    static final Command<LabourAgreement, Command.Because> TERMINATE = Command.because("terminateLabourAgreement");
    static final Command<LabourAgreement, Command.Nothing> REMIND =
            Command.of("remindLabourAgreement", Command.Nothing.class);

    private static final String CITY = "350400";

    private final Cases cases;
    private final CaseDefinition<LabourAgreement> definition;
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

    AgreementDesk(Cases cases, RuleBook rules, MongoTemplate mongo, Clock clock) {
        this.cases = cases;
        this.rules = rules;
        this.mongo = mongo;
        this.clock = clock;
        this.definition = cases.define(LabourAgreement.class, "LabourAgreement", "/api/v1/jobs/agreements")
                .opens(OPEN, Set.of("HR_OFFICER"), AgreementDesk::draft)
                .on(SIGN, (agreement, body, context) -> agreement.sign(body.signedOn(), context))
                .on(ACTIVATE, LabourAgreement::activate)
                .on(EXPIRE, LabourAgreement::expire)
                .on(TERMINATE)
                .notes(REMIND, Set.of("SYSTEM"), (agreement, _, context) -> agreement.remind(context.today()))
                .shownAs(View.class, this::view);
    }

    private static Outcome<LabourAgreement> draft(LabourAgreement.Terms terms, CommandContext context) {
        if (!terms.district().equals(CITY)
                && Divisions.sanming().find(terms.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return context.actor().mayActIn(terms.district())
                ? Outcome.created(LabourAgreement.draft(terms, context), "")
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
                : until.minusDays(rules.context().on(until).integer("job.agreement.renewal_notice_days"));
    }

    /// What an agreement promises, if there is such an agreement.
    public Optional<Targets> targetsOf(String agreementId) {
        return cases.find(definition, agreementId)
                .map(LabourAgreement::terms)
                .map(terms -> new Targets(terms.targetHeadcount(), terms.skilledTarget(), terms.district()));
    }

    /// One whose time has begun already need not wait for the night.
    @OnEvent(value = "job.agreement.signed", id = "begin-agreement")
    void begin(Signed signed, Received event) {
        cases.fire(event.subject(), ACTIVATE, event.react(clock.instant())).orRetry();
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
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "activate",
                        LabourAgreement.class,
                        List.of(LabourAgreement.State.SIGNED),
                        (signed, date) -> signed.and("terms.validFrom").lte(date),
                        (id, day) -> day.orRetry(cases.fire(id, ACTIVATE, day.context()))),
                DueStep.each(
                        "expire",
                        LabourAgreement.class,
                        List.of(LabourAgreement.State.ACTIVE),
                        (active, date) -> active.and("terms.validUntil").lt(date),
                        (id, day) -> day.orRetry(cases.fire(id, EXPIRE, day.context()))),
                DueStep.each(
                        "remind",
                        LabourAgreement.class,
                        List.of(LabourAgreement.State.ACTIVE),
                        (active, _) -> active.and("remindedOn").isNull(),
                        this::remind));
    }

    private void remind(String id, BusinessDay day) {
        var from = cases.find(definition, id).map(this::renewBy).orElse(null);
        if (from != null && !from.isAfter(day.date())) {
            day.orRetry(cases.fire(id, REMIND, day.context()));
        }
    }
}
