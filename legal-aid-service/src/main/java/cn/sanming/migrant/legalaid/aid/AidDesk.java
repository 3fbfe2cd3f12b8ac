package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseDefinition.Because;
import cn.sanming.migrant.platform.cases.CaseDefinition.Nothing;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window of the legal-aid centre (法律援助中心): every step of a case goes through here.
@Component
public class AidDesk {

    private static final Set<String> SYSTEM = Set.of("SYSTEM");

    private final Cases cases;
    private final AidIntake intake;
    private final CaseDefinition<LegalAidCase> definition;

    /// @param orderId the order to pay that the employer defaulted
    record Raise(String orderId) {}

    record Recognised(String injuryId) {}

    AidDesk(Cases cases, AidIntake intake, AidReview review) {
        this.cases = cases;
        this.intake = intake;
        this.definition = cases.declare(LegalAidCase.class, "LegalAidCase", "/api/v1/legal-aid/cases")
                .opens(
                        AidApplication.class,
                        Set.of("WORKER", "LEGAL_AID_OFFICER", "UNION_OFFICER", "LAWYER"),
                        intake::apply)
                .on("request_material", AidReview.Missing.class, review::requestMaterial)
                .on("supply", AidReview.Supplied.class, review::supply)
                .on("lapse", review::lapse)
                .on("provide_in_advance", AidReview.Need.class, review::provideInAdvance)
                .on("complete_formalities", review::grant)
                .on("grant", review::grant)
                .on("refuse", AidReview.Refusal.class, review::refuse)
                .on("object", review::object)
                .on("order_correction", Because.class, review::orderCorrection)
                .on("maintain", Because.class, review::maintain)
                .on("assign", AidWork.Assignment.class, AidWork::assign)
                .on("start")
                .on("reassign", AidWork.Assignment.class, AidWork::assign)
                .on("close", AidWork.Closing.class, AidWork::close)
                .on("terminate", AidWork.Termination.class, AidWork::terminate)
                .on("withdraw")
                .notes("report_payment_demand", Set.of("WORKER"), Nothing.class, review::reportPaymentDemand)
                .notes("raise", SYSTEM, Raise.class, AidDesk::raise)
                .notes("recognise_injury", SYSTEM, Recognised.class, AidDesk::recognise)
                .notes("suggest_withdrawal", SYSTEM, Nothing.class, AidDesk::suggestWithdrawal)
                .person("WORKER", "personId", subject -> subject.personId)
                .user("LAWYER", "lawyerId", subject -> subject.lawyerId)
                .readableBy("LEGAL_AID_OFFICER", "JUDICIAL_OFFICER")
                .filter("group_id", "groupId")
                .filter("employer_uscc", "employerUscc")
                .filter("person_id", "personId")
                .filter("lawyer_id", "lawyerId")
                .shownAs(AidView.class, AidView::of);
    }

    /// Opens the case of one worker of a group; opened before, it is left as it is.
    public void openForGroup(
            String id, String personId, String groupId, AidApplication application, CommandContext context) {
        cases.open(
                definition,
                application,
                (body, doing) -> cases.find(definition, id)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.created(intake.open(id, personId, groupId, body, doing), "")),
                context);
    }

    Optional<LegalAidCase> find(String id) {
        return cases.find(definition, id);
    }

    /// The district of a case on which this officer or lawyer works; nothing for anybody else.
    public Optional<String> placeOf(String caseId, Actor actor) {
        return find(caseId)
                .filter(subject -> actor.id().equals(subject.lawyerId)
                        || actor.has("LEGAL_AID_OFFICER") && actor.mayActIn(subject.file.district()))
                .map(subject -> String.valueOf(subject.file.district()));
    }

    Outcome<LegalAidCase> enter(String id, String entry, Object body, CommandContext context) {
        return cases.fire(definition, id, entry, body, context);
    }

    private static Verdict raise(LegalAidCase subject, Raise news, CommandContext context) {
        subject.raisedBy.add(news.orderId());
        return Verdict.granted();
    }

    private static Verdict recognise(LegalAidCase subject, Recognised news, CommandContext context) {
        subject.injuryIds.add(news.injuryId());
        return Verdict.granted();
    }

    private static Verdict suggestWithdrawal(LegalAidCase subject, Nothing news, CommandContext context) {
        if (subject.withdrawalSuggestedOn == null) {
            subject.withdrawalSuggestedOn = context.today();
        }
        return Verdict.granted();
    }
}
