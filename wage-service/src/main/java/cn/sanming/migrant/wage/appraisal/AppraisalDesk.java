package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal.Kind;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.security.Actor;
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

    private final MongoTemplate mongo;
    private final Dockets dockets;
    private final Injuries injuries;
    private final RuleBook rules;
    private final Docket<CapabilityAppraisal> docket;

    AppraisalDesk(MongoTemplate mongo, Dockets dockets, Injuries injuries, RuleBook rules) {
        this.mongo = mongo;
        this.dockets = dockets;
        this.injuries = injuries;
        this.rules = rules;
        this.docket = dockets.declare(
                        CapabilityAppraisal.class, "CapabilityAppraisal", "/api/v1/wages/capability-appraisals")
                .opens(Application.class, Set.of("EMPLOYER", "WORKER", "HR_OFFICER"), this::submit)
                .on("convene", Panel.class, (appraisal, panel, _) -> appraisal.convene(panel, activeExperts()))
                .notes(
                        "extend",
                        Set.of("HR_OFFICER"),
                        Extension.class,
                        (appraisal, _, act) -> appraisal.extend(deadlines(appraisal), act))
                .on("conclude", Conclusion.class, CapabilityAppraisal::conclude)
                .notes(
                        "receipt",
                        Set.of("HR_OFFICER"),
                        Receipt.class,
                        (appraisal, receipt, act) -> appraisal.receive(receipt.receivedOn(), act))
                .on("reappraise", (appraisal, act) -> appraisal.reappraise(deadlines(appraisal), act))
                .on("finalise", Conclusion.class, (appraisal, found, _) -> appraisal.finalise(found))
                .on("lapse", (appraisal, act) -> appraisal.lapse(deadlines(appraisal), act))
                .firm("EMPLOYER", "employerUscc", CapabilityAppraisal::employerUscc)
                .person("WORKER", "personId", CapabilityAppraisal::personId)
                .readableBy("HR_HEAD", "SERVICE")
                .filter("injury_id", "injuryId")
                .filter("person_id", "personId")
                .shownAs(AppraisalView.class, appraisal -> appraisal.view(deadlines(appraisal)));
    }

    private Outcome<CapabilityAppraisal> submit(Application application, Act act) {
        var injury = injuries.find(application.injuryId()).filter(found -> mayApply(found, act.actor()));
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
                ? Outcome.created(CapabilityAppraisal.submit(injury.get(), ExpertDraw.newSeed(), act), "")
                : Outcome.duplicate(docket.path() + '/' + live.id(), Reason.of("APPRAISAL_RUNNING"));
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

    /// Conclusions that nobody asked the province about.
    void lapse(Act act) {
        dockets.sweep(
                docket,
                List.of(AppraisalState.CONCLUDED),
                appraisal -> appraisal.isLapsed(deadlines(appraisal), act.today()) ? "lapse" : null,
                act);
    }

    private CapabilityDeadlines.Finding deadlines(CapabilityAppraisal appraisal) {
        return CapabilityDeadlines.provisional(appraisal.facts(), rules.grounds());
    }
}
