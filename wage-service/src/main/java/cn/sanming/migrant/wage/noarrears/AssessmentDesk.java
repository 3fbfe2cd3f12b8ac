package cn.sanming.migrant.wage.noarrears;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.rules.UnfitFacts;
import cn.sanming.migrant.wage.arrears.OpenArrears;
import cn.sanming.migrant.wage.blacklist.Blacklist;
import cn.sanming.migrant.wage.policy.NoArrearsScore;
import cn.sanming.migrant.wage.site.ProjectState;
import cn.sanming.migrant.wage.site.Projects;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for project departments without arrears: applied for, marked by both offices, publicised, granted,
/// revoked.
@Component
class AssessmentDesk {

    private final MongoTemplate mongo;
    private final Projects projects;
    private final OpenArrears arrears;
    private final Blacklist blacklist;
    private final RuleBook rules;
    private final NoArrearsScore least;
    private final Dockets dockets;
    private final Docket<NoArrearsProject> docket;

    record Application(String projectId) {}

    record Marks(List<NoArrearsScore.Mark> marks) {}

    /// @param score what remains after the objection
    record Objection(
            @NotBlank String reason,

            @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal score) {}

    record Revocation(@Nullable String reason) {}

    AssessmentDesk(
            Dockets dockets,
            MongoTemplate mongo,
            Projects projects,
            OpenArrears arrears,
            Blacklist blacklist,
            RuleBook rules,
            NoArrearsScore least) {
        this.dockets = dockets;
        this.mongo = mongo;
        this.projects = projects;
        this.arrears = arrears;
        this.blacklist = blacklist;
        this.rules = rules;
        this.least = least;
        this.docket = dockets.declare(NoArrearsProject.class, "NoArrearsProject", "/api/v1/wages/no-arrears-projects")
                .opens(Application.class, Set.of("GENERAL_CONTRACTOR", "EMPLOYER"), this::apply)
                .notes("assess", Set.of("HR_OFFICER", "HOUSING_OFFICER"), Marks.class, AssessmentDesk::assess)
                .on("score", (assessment, _) -> assessment.jointScore())
                .on("refuse", (assessment, act) -> assessment.refuse(enough(assessment, act)))
                .on("publicise", this::publicise)
                .on("object", Objection.class, (assessment, body, _) -> assessment.object(body.score()))
                .on("grant", (assessment, act) -> assessment.grant(arrears.onProject(assessment.projectId()), act))
                .on("revoke", Revocation.class, (assessment, _, act) -> assessment.revoke(lost(assessment, act), act))
                .firm("GENERAL_CONTRACTOR", "contractorUscc", NoArrearsProject::contractorUscc)
                .readableBy("INSPECTOR", "INSPECTION_HEAD")
                .filter("project_id", "projectId")
                .filter("contractor_uscc", "contractorUscc")
                .shownAs(AssessmentView.class, AssessmentView::of);
    }

    private Outcome<NoArrearsProject> apply(Application body, Act act) {
        var project = projects.find(body.projectId()).orElse(null);
        if (project == null) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/project_id", "UNKNOWN_PROJECT"));
        }
        var contractor = project.terms().contractorUscc();
        if (!contractor.equals(act.actor().creditCode())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        if (!project.is(ProjectState.STARTED, ProjectState.COMPLETED)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("PROJECT_NOT_STARTED"));
        }
        var live = mongo.findOne(Query.query(Criteria.where("liveKey").is(project.id())), NoArrearsProject.class);
        return live == null
                ? Outcome.created(
                        NoArrearsProject.applied(
                                project.id(), contractor, project.file().district(), act),
                        "")
                : Outcome.duplicate(docket.path() + '/' + live.id());
    }

    private static Verdict assess(NoArrearsProject assessment, Marks body, Act act) {
        var actor = act.actor();
        var role = actor.has("HR_OFFICER") ? "HR_OFFICER" : "HOUSING_OFFICER";
        if (body.marks().stream().anyMatch(mark -> mark.points().scale() > 1)) {
            return Verdict.refused(
                    Refusal.Kind.VALIDATION,
                    Reason.at("/marks", "POINTS_OUT_OF_RANGE").required("one decimal", null));
        }
        try {
            var total = NoArrearsScore.total(body.marks());
            return assessment.assess(new Sheet(role, actor.id(), act.at(), body.marks(), total));
        } catch (UnfitFacts e) {
            return new Verdict.Refused(new Refusal(Refusal.Kind.VALIDATION, e.reasons(), null));
        }
    }

    private boolean enough(NoArrearsProject assessment, Act act) {
        var facts = new NoArrearsScore.Facts(assessment.score(), act.today());
        return rules.decide(least, facts).result().mayPublicise();
    }

    private Verdict publicise(NoArrearsProject assessment, Act act) {
        var grounds = rules.grounds();
        int days = grounds.on(act.today(), assessment.file().district()).integer("wage.noarrears.publicity_wd");
        return assessment.publicise(
                enough(assessment, act),
                arrears.onProject(assessment.projectId()),
                grounds.calendar().workingDaysAfter(act.today(), days));
    }

    /// An event is its own proof; an officer's word is held against the records.
    private boolean lost(NoArrearsProject assessment, Act act) {
        return act.causationId() != null
                || arrears.onProject(assessment.projectId())
                || blacklist.isListed(assessment.contractorUscc());
    }

    void revokeOn(String projectId, Act act) {
        revoke(Criteria.where("projectId").is(projectId), act);
    }

    void revokeOf(String contractorUscc, Act act) {
        revoke(Criteria.where("contractorUscc").is(contractorUscc), act);
    }

    private void revoke(Criteria whose, Act act) {
        mongo.find(Query.query(whose), NoArrearsProject.class).stream()
                .filter(assessment -> assessment.file().is(AssessmentState.GRANTED))
                .forEach(assessment -> dockets.fire(docket, assessment.id(), "revoke", new Revocation(null), act));
    }
}
