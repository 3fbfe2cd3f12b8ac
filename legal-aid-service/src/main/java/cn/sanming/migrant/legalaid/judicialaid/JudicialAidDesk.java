package cn.sanming.migrant.legalaid.judicialaid;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The court's window for judicial aid (司法救助窗口).
@Component
class JudicialAidDesk {

    static final Command<JudicialAid, Application> OPEN = Command.of("openJudicialAid", Application.class);
    static final Command<JudicialAid, Command.Nothing> REVIEW = Command.of("reviewJudicialAid");
    static final Command<JudicialAid, Approval> APPROVE = Command.of("approveJudicialAid", Approval.class);
    static final Command<JudicialAid, Command.Because> REFUSE = Command.because("refuseJudicialAid");
    static final Command<JudicialAid, Command.Nothing> PAY = Command.of("payJudicialAid");

    private final RuleBook rules;
    private final JudicialAidCeiling ceiling;

    /// @param caseRef the judgment or award that brought nothing
    record Application(
            @Nullable WorkerId personId,
            @NotBlank @Size(max = 60) String caseRef,
            Money requested,
            String district,
            @Nullable @Size(max = 60) String reference) {}

    /// @param amount what the court approves; without it all that the ceiling allows
    record Approval(@Nullable Money amount) {}

    JudicialAidDesk(Cases cases, RuleBook rules, JudicialAidCeiling ceiling) {
        this.rules = rules;
        this.ceiling = ceiling;
        cases.define(JudicialAid.class, "JudicialAid", "/api/v1/legal-aid/judicial-aid")
                .opens(OPEN, Set.of("WORKER", "COURT", "LEGAL_AID_OFFICER"), JudicialAidDesk::open)
                .on(REVIEW)
                .on(APPROVE, this::approve)
                .on(REFUSE, JudicialAidDesk::refuse)
                .on(PAY)
                .person("WORKER", "personId", aid -> aid.personId)
                .readableBy("COURT")
                .filter("person_id", "personId")
                .shownAs(JudicialAid.View.class, JudicialAid.View::of);
    }

    private static Outcome<JudicialAid> open(Application application, CommandContext context) {
        var own = context.actor().workerId();
        var person =
                application.personId() == null ? own : application.personId().value();
        if (person == null) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/person_id", "REQUIRED"));
        }
        if (own != null && !own.equals(person)) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "ONLY_FOR_YOURSELF"));
        }
        var district = Divisions.sanming().current(application.district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        var id = Ids.next("ja");
        return Outcome.created(
                new JudicialAid(
                        id,
                        CaseFile.opened(id, JudicialAidState.SUBMITTED, district, context),
                        application.reference(),
                        person,
                        application.caseRef(),
                        application.requested()),
                "");
    }

    private Verdict approve(JudicialAid aid, Approval body, CommandContext context) {
        var found = rules.decide(ceiling, new JudicialAidCeiling.Facts(aid.requested, null));
        var amount = body.amount() == null ? found.result().approved() : body.amount();
        return Verdict.guards()
                .require(
                        amount.atMost(found.result().maximum()),
                        Reason.at("/amount", "AMOUNT_ABOVE_CEILING")
                                .required(found.result().maximum(), amount))
                .require(
                        amount.atMost(aid.requested),
                        Reason.at("/amount", "AMOUNT_ABOVE_REQUEST").required(aid.requested, amount))
                .then(() -> {
                    aid.approved = amount;
                    aid.ceiling = found;
                    aid.file.record(new JudicialAidGranted(aid.id, aid.personId, amount, context.today()), context);
                });
    }

    private static Verdict refuse(JudicialAid aid, Command.Because body, CommandContext context) {
        return Verdict.guards()
                .require(!body.reason().isBlank(), "REASONS_REQUIRED")
                .verdict();
    }
}
