package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Application;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Conclusion;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Extension;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Panel;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Receipt;
import cn.sanming.migrant.wage.injury.Injuries;
import cn.sanming.migrant.wage.injury.Injuries.Injury;
import java.util.List;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for appraisals: asked for after recognition, judged by a drawn panel, final when nobody asks the
/// province.
@Component
class AppraisalDesk {

    static final Command<CapabilityAppraisal, Application> OPEN =
            Command.of("openCapabilityAppraisal", Application.class);
    static final Command<CapabilityAppraisal, Panel> CONVENE = Command.of("conveneCapabilityAppraisal", Panel.class);
    static final Command<CapabilityAppraisal, Extension> EXTEND =
            Command.of("extendCapabilityAppraisal", Extension.class);
    static final Command<CapabilityAppraisal, Conclusion> CONCLUDE =
            Command.of("concludeCapabilityAppraisal", Conclusion.class);
    static final Command<CapabilityAppraisal, Receipt> RECEIPT =
            Command.of("receiptCapabilityAppraisal", Receipt.class);
    static final Command<CapabilityAppraisal, Command.Nothing> REAPPRAISE = Command.of("reappraiseCapabilityAppraisal");
    static final Command<CapabilityAppraisal, Conclusion> FINALISE =
            Command.of("finaliseCapabilityAppraisal", Conclusion.class);
    static final Command<CapabilityAppraisal, Command.Nothing> LAPSE = Command.of("lapseCapabilityAppraisal");

    private final MongoTemplate mongo;
    private final Cases cases;
    private final Injuries injuries;
    private final RuleBook rules;
    private final CaseDefinition<CapabilityAppraisal> definition;

    AppraisalDesk(MongoTemplate mongo, Cases cases, Injuries injuries, RuleBook rules) {
        this.mongo = mongo;
        this.cases = cases;
        this.injuries = injuries;
        this.rules = rules;
        this.definition = cases.define(
                        CapabilityAppraisal.class, "CapabilityAppraisal", "/api/v1/wages/capability-appraisals")
                .opens(OPEN, Set.of("EMPLOYER", "WORKER", "HR_OFFICER"), this::submit)
                .on(CONVENE, (appraisal, panel, _) -> appraisal.convene(panel, activeExperts()))
                .notes(
                        EXTEND,
                        Set.of("HR_OFFICER"),
                        (appraisal, _, context) -> appraisal.extend(deadlines(appraisal), context))
                .on(CONCLUDE, CapabilityAppraisal::conclude)
                .notes(
                        RECEIPT,
                        Set.of("HR_OFFICER"),
                        (appraisal, receipt, context) -> appraisal.receive(receipt.receivedOn(), context))
                .on(REAPPRAISE, (appraisal, context) -> appraisal.reappraise(deadlines(appraisal), context))
                .on(FINALISE, (appraisal, found, _) -> appraisal.finalise(found))
                .on(LAPSE, (appraisal, context) -> appraisal.lapse(deadlines(appraisal), context))
                .firm("EMPLOYER", "employerUscc", CapabilityAppraisal::employerUscc)
                .person("WORKER", "personId", CapabilityAppraisal::personId)
                .readableBy("HR_HEAD", "SERVICE")
                .filter("injury_id", "injuryId")
                .filter("person_id", "personId")
                .shownAs(AppraisalView.class, appraisal -> appraisal.view(deadlines(appraisal)));
    }

    private Outcome<CapabilityAppraisal> submit(Application application, CommandContext context) {
        var injury = injuries.find(application.injuryId()).filter(found -> mayApply(found, context.actor()));
        if (injury.isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/injury_id", "UNKNOWN_INJURY"));
        }
        if (!injury.get().recognised()) {
            return Outcome.refused(
                    Kind.GUARD_FAILED, Reason.of("INJURY_NOT_RECOGNISED").clause("工伤保险条例 art. 21"));
        }
        var live = mongo.findOne(
                Query.query(Criteria.where("liveKey").is(application.injuryId())), CapabilityAppraisal.class);
        return live == null
                ? Outcome.created(CapabilityAppraisal.submit(injury.get(), ExpertDraw.newSeed(), context), "")
                : Outcome.duplicate(definition.path() + '/' + live.id(), Reason.of("APPRAISAL_RUNNING"));
    }

    private static boolean mayApply(Injury injury, Actor actor) {
        return injury.employerUscc().equals(actor.creditCode())
                || injury.personId().equals(actor.workerId())
                || actor.has("HR_OFFICER") && actor.mayActIn(injury.district());
    }

    private List<String> activeExperts() {
        return mongo.find(Query.query(Criteria.where("active").is(true)), AppraisalExpert.class).stream()
                .map(AppraisalExpert::id)
                .toList();
    }

    /// A conclusion that nobody asked the province about in time.
    void lapseIfFinal(String id, BusinessDay day) {
        if (cases.find(definition, id)
                .filter(appraisal -> appraisal.isLapsed(deadlines(appraisal), day.date()))
                .isPresent()) {
            day.orRetry(cases.fire(id, LAPSE, day.context()));
        }
    }

    private CapabilityDeadlines.Finding deadlines(CapabilityAppraisal appraisal) {
        return CapabilityDeadlines.provisional(appraisal.facts(), rules.context());
    }
}
