package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window of the arbitration commission (仲裁院): every step of a dispute goes through here.
@Component
class DisputeDesk {

    static final Command<Dispute, Application> OPEN = Command.of("openDispute", Application.class);
    static final Command<Dispute, Registry.Missing> RETURN = Command.of("returnDispute", Registry.Missing.class);
    static final Command<Dispute, Registry.Supplied> SUPPLY = Command.of("supplyDispute", Registry.Supplied.class);
    static final Command<Dispute, Registry.Acceptance> ACCEPT = Command.of("acceptDispute", Registry.Acceptance.class);
    static final Command<Dispute, Command.Because> REFUSE = Command.because("refuseDispute");
    static final Command<Dispute, Command.Nothing> MEDIATE = Command.of("mediateDispute");
    static final Command<Dispute, Command.Nothing> FAIL = Command.of("failDispute");
    static final Command<Dispute, Proceedings.Agreement> SETTLE =
            Command.of("settleDispute", Proceedings.Agreement.class);
    static final Command<Dispute, Proceedings.Summons> SCHEDULE_HEARING =
            Command.of("scheduleHearingDispute", Proceedings.Summons.class);
    static final Command<Dispute, Command.Nothing> HEAR = Command.of("hearDispute");
    static final Command<Dispute, Proceedings.Ruling> AWARD = Command.of("awardDispute", Proceedings.Ruling.class);
    static final Command<Dispute, Command.Nothing> WITHDRAW = Command.of("withdrawDispute");
    static final Command<Dispute, Command.Nothing> TAKE_EFFECT = Command.of("takeEffectDispute");
    static final Command<Dispute, Command.Nothing> SUE = Command.of("sueDispute");
    static final Command<Dispute, Remedies.Annulment> ANNUL = Command.of("annulDispute", Remedies.Annulment.class);
    static final Command<Dispute, Command.Nothing> ENFORCE = Command.of("enforceDispute");
    static final Command<Dispute, Remedies.Receipt> SATISFY = Command.of("satisfyDispute", Remedies.Receipt.class);
    static final Command<Dispute, Registry.Supplied> HAND_IN = Command.of("handInDispute", Registry.Supplied.class);
    static final Command<Dispute, Command.Nothing> SERVE = Command.of("serveDispute", Command.Nothing.class);
    static final Command<Dispute, Command.Nothing> WAIVE_ANSWER =
            Command.of("waiveAnswerDispute", Command.Nothing.class);
    static final Command<Dispute, Command.Because> EXTEND = Command.because("extendDispute");
    static final Command<Dispute, Links.Findings> TAKE_OVER_FINDINGS =
            Command.of("takeOverFindingsDispute", Links.Findings.class);
    static final Command<Dispute, Links.CourtResult> RECORD_COURT_RESULT =
            Command.of("recordCourtResultDispute", Links.CourtResult.class);
    static final Command<Dispute, Command.Nothing> PASS_LIMITS = Command.of("passLimitsDispute", Command.Nothing.class);
    static final Command<Dispute, DisputeNews.Defaulted> LINK_ARREARS_CASE =
            Command.of("linkArrearsCaseDispute", DisputeNews.Defaulted.class);
    static final Command<Dispute, DisputeNews.Recognised> RECOGNISE_INJURY =
            Command.of("recogniseInjuryDispute", DisputeNews.Recognised.class);
    static final Command<Dispute, Command.Nothing> SUGGEST_WITHDRAWAL =
            Command.of("suggestWithdrawalDispute", Command.Nothing.class);

    private static final Set<String> SYSTEM = Set.of("SYSTEM");

    private final Cases cases;
    private final CaseDefinition<Dispute> definition;
    private final Registration registration;

    DisputeDesk(Cases cases, Registration registration, Registry registry, Proceedings proceedings, Remedies remedies) {
        this.cases = cases;
        this.registration = registration;
        this.definition = cases.define(Dispute.class, "Dispute", "/api/v1/legal-aid/disputes")
                .opens(
                        OPEN,
                        Set.of("WORKER", "EMPLOYER", "ARB_REGISTRAR", "MEDIATOR", "LEGAL_AID_OFFICER", "LAWYER"),
                        this::open)
                .on(RETURN, registry::returnOnce)
                .on(SUPPLY, registry::supply)
                .on(ACCEPT, registry::accept)
                .on(REFUSE, registry::refuse)
                .on(MEDIATE, proceedings::mediate)
                .on(FAIL, proceedings::fail)
                .on(SETTLE, proceedings::settle)
                .on(SCHEDULE_HEARING, proceedings::schedule)
                .on(HEAR, proceedings::hear)
                .on(AWARD, proceedings::award)
                .on(WITHDRAW, remedies::withdraw)
                .on(TAKE_EFFECT, remedies::takeEffect)
                .on(SUE, remedies::sue)
                .on(ANNUL, remedies::annul)
                .on(ENFORCE, remedies::enforce)
                .on(SATISFY, remedies::satisfy)
                .notes(HAND_IN, Set.of("WORKER", "EMPLOYER"), registry::handIn)
                .notes(SERVE, Set.of("ARB_REGISTRAR"), registry::serve)
                .notes(WAIVE_ANSWER, Set.of("WORKER", "EMPLOYER"), registry::waiveAnswer)
                .notes(EXTEND, Set.of("HR_HEAD"), proceedings::extend)
                .notes(TAKE_OVER_FINDINGS, Set.of("ARBITRATOR"), remedies::takeOverFindings)
                .notes(RECORD_COURT_RESULT, Set.of("COURT"), remedies::recordCourtResult)
                .notes(PASS_LIMITS, SYSTEM, remedies::recordPassedLimits)
                .notes(LINK_ARREARS_CASE, SYSTEM, DisputeNews::link)
                .notes(RECOGNISE_INJURY, SYSTEM, DisputeNews::recognise)
                .notes(
                        SUGGEST_WITHDRAWAL,
                        SYSTEM,
                        (dispute, _, context) -> DisputeNews.suggestWithdrawal(dispute, context))
                .person("WORKER", "filing.applicants", dispute -> dispute.filing.applicants())
                .firm("EMPLOYER", "filing.employerUscc", dispute -> dispute.filing.employerUscc())
                .readableBy("HR_OFFICER", "HR_HEAD", "INSPECTOR", "INSPECTION_HEAD", "LEGAL_AID_OFFICER")
                .filter("employer_uscc", "filing.employerUscc")
                .filter("visit_id", "links.visitId")
                .filter("reference", "reference")
                .shownAs(DisputeView.class, DisputeView::of);
    }

    private Outcome<Dispute> open(Application application, CommandContext context) {
        var visit = application.visitId();
        if (visit != null && find(Registration.idOf(visit)).isPresent()) {
            return Outcome.duplicate(definition.path() + '/' + Registration.idOf(visit));
        }
        return registration.register(application, context);
    }

    Optional<Dispute> find(String id) {
        return cases.find(definition, id);
    }

    /// Enters news from elsewhere, or a step that time or an award brings about.
    <B> Outcome<Dispute> enter(String id, Command<Dispute, B> command, B body, CommandContext context) {
        return cases.fire(id, command, body, context);
    }
}
