package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseDefinition.Because;
import cn.sanming.migrant.platform.cases.CaseDefinition.Nothing;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window of the arbitration commission (仲裁院): every step of a dispute goes through here.
@Component
class DisputeDesk {

    private static final Set<String> SYSTEM = Set.of("SYSTEM");

    private final Cases cases;
    private final CaseDefinition<Dispute> definition;
    private final Registration registration;

    DisputeDesk(Cases cases, Registration registration, Registry registry, Proceedings proceedings, Remedies remedies) {
        this.cases = cases;
        this.registration = registration;
        this.definition = cases.declare(Dispute.class, "Dispute", "/api/v1/legal-aid/disputes")
                .opens(
                        Application.class,
                        Set.of("WORKER", "EMPLOYER", "ARB_REGISTRAR", "MEDIATOR", "LEGAL_AID_OFFICER", "LAWYER"),
                        this::open)
                .on("return", Registry.Missing.class, registry::returnOnce)
                .on("supply", Registry.Supplied.class, registry::supply)
                .on("accept", Registry.Acceptance.class, registry::accept)
                .on("refuse", Because.class, registry::refuse)
                .on("mediate", proceedings::mediate)
                .on("fail", proceedings::fail)
                .on("settle", Proceedings.Agreement.class, proceedings::settle)
                .on("schedule_hearing", Proceedings.Summons.class, proceedings::schedule)
                .on("hear", proceedings::hear)
                .on("award", Proceedings.Ruling.class, proceedings::award)
                .on("withdraw", remedies::withdraw)
                .on("take_effect", remedies::takeEffect)
                .on("sue", remedies::sue)
                .on("annul", Remedies.Annulment.class, remedies::annul)
                .on("enforce", remedies::enforce)
                .on("satisfy", Remedies.Receipt.class, remedies::satisfy)
                .notes("hand_in", Set.of("WORKER", "EMPLOYER"), Registry.Supplied.class, registry::handIn)
                .notes("serve", Set.of("ARB_REGISTRAR"), Nothing.class, registry::serve)
                .notes("waive_answer", Set.of("WORKER", "EMPLOYER"), Nothing.class, registry::waiveAnswer)
                .notes("extend", Set.of("HR_HEAD"), Because.class, proceedings::extend)
                .notes("take_over_findings", Set.of("ARBITRATOR"), Links.Findings.class, remedies::takeOverFindings)
                .notes("record_court_result", Set.of("COURT"), Links.CourtResult.class, remedies::recordCourtResult)
                .notes("pass_limits", SYSTEM, Nothing.class, remedies::recordPassedLimits)
                .notes("link_arrears_case", SYSTEM, DisputeNews.Defaulted.class, DisputeNews::link)
                .notes("recognise_injury", SYSTEM, DisputeNews.Recognised.class, DisputeNews::recognise)
                .notes(
                        "suggest_withdrawal",
                        SYSTEM,
                        Nothing.class,
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
    Outcome<Dispute> enter(String id, String command, Object body, CommandContext context) {
        return cases.fire(definition, id, command, body, context);
    }
}
