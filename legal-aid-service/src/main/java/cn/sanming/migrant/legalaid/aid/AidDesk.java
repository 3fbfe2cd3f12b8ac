package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
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

    static final Command<LegalAidCase, AidApplication> OPEN = Command.of("openLegalAidCase", AidApplication.class);
    static final Command<LegalAidCase, AidReview.Missing> REQUEST_MATERIAL =
            Command.of("requestMaterialLegalAidCase", AidReview.Missing.class);
    static final Command<LegalAidCase, AidReview.Supplied> SUPPLY =
            Command.of("supplyLegalAidCase", AidReview.Supplied.class);
    static final Command<LegalAidCase, Command.Nothing> LAPSE = Command.of("lapseLegalAidCase");
    static final Command<LegalAidCase, AidReview.Need> PROVIDE_IN_ADVANCE =
            Command.of("provideInAdvanceLegalAidCase", AidReview.Need.class);
    static final Command<LegalAidCase, Command.Nothing> COMPLETE_FORMALITIES =
            Command.of("completeFormalitiesLegalAidCase");
    static final Command<LegalAidCase, Command.Nothing> GRANT = Command.of("grantLegalAidCase");
    static final Command<LegalAidCase, AidReview.Refusal> REFUSE =
            Command.of("refuseLegalAidCase", AidReview.Refusal.class);
    static final Command<LegalAidCase, Command.Nothing> OBJECT = Command.of("objectLegalAidCase");
    static final Command<LegalAidCase, Command.Because> ORDER_CORRECTION =
            Command.because("orderCorrectionLegalAidCase");
    static final Command<LegalAidCase, Command.Because> MAINTAIN = Command.because("maintainLegalAidCase");
    static final Command<LegalAidCase, AidWork.Assignment> ASSIGN =
            Command.of("assignLegalAidCase", AidWork.Assignment.class);
    static final Command<LegalAidCase, Command.Nothing> START = Command.of("startLegalAidCase");
    static final Command<LegalAidCase, AidWork.Assignment> REASSIGN =
            Command.of("reassignLegalAidCase", AidWork.Assignment.class);
    static final Command<LegalAidCase, AidWork.Closing> CLOSE = Command.of("closeLegalAidCase", AidWork.Closing.class);
    static final Command<LegalAidCase, AidWork.Termination> TERMINATE =
            Command.of("terminateLegalAidCase", AidWork.Termination.class);
    static final Command<LegalAidCase, Command.Nothing> WITHDRAW = Command.of("withdrawLegalAidCase");
    static final Command<LegalAidCase, Command.Nothing> REPORT_PAYMENT_DEMAND =
            Command.of("reportPaymentDemandLegalAidCase", Command.Nothing.class);
    static final Command<LegalAidCase, Raise> RAISE = Command.of("raiseLegalAidCase", Raise.class);
    static final Command<LegalAidCase, Recognised> RECOGNISE_INJURY =
            Command.of("recogniseInjuryLegalAidCase", Recognised.class);
    static final Command<LegalAidCase, Command.Nothing> SUGGEST_WITHDRAWAL =
            Command.of("suggestWithdrawalLegalAidCase", Command.Nothing.class);

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
        this.definition = cases.define(LegalAidCase.class, "LegalAidCase", "/api/v1/legal-aid/cases")
                .opens(OPEN, Set.of("WORKER", "LEGAL_AID_OFFICER", "UNION_OFFICER", "LAWYER"), intake::apply)
                .on(REQUEST_MATERIAL, review::requestMaterial)
                .on(SUPPLY, review::supply)
                .on(LAPSE, review::lapse)
                .on(PROVIDE_IN_ADVANCE, review::provideInAdvance)
                .on(COMPLETE_FORMALITIES, review::grant)
                .on(GRANT, review::grant)
                .on(REFUSE, review::refuse)
                .on(OBJECT, review::object)
                .on(ORDER_CORRECTION, review::orderCorrection)
                .on(MAINTAIN, review::maintain)
                .on(ASSIGN, AidWork::assign)
                .on(START)
                .on(REASSIGN, AidWork::assign)
                .on(CLOSE, AidWork::close)
                .on(TERMINATE, AidWork::terminate)
                .on(WITHDRAW)
                .notes(REPORT_PAYMENT_DEMAND, Set.of("WORKER"), review::reportPaymentDemand)
                .notes(RAISE, SYSTEM, AidDesk::raise)
                .notes(RECOGNISE_INJURY, SYSTEM, AidDesk::recognise)
                .notes(SUGGEST_WITHDRAWAL, SYSTEM, AidDesk::suggestWithdrawal)
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
                        context)
                .orRetry();
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

    <B> Outcome<LegalAidCase> enter(String id, Command<LegalAidCase, B> command, B body, CommandContext context) {
        return cases.fire(id, command, body, context);
    }

    private static Verdict raise(LegalAidCase subject, Raise news, CommandContext context) {
        subject.raisedBy.add(news.orderId());
        return Verdict.granted();
    }

    private static Verdict recognise(LegalAidCase subject, Recognised news, CommandContext context) {
        subject.injuryIds.add(news.injuryId());
        return Verdict.granted();
    }

    private static Verdict suggestWithdrawal(LegalAidCase subject, Command.Nothing news, CommandContext context) {
        if (subject.withdrawalSuggestedOn == null) {
            subject.withdrawalSuggestedOn = context.today();
        }
        return Verdict.granted();
    }
}
