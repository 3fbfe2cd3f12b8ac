package cn.sanming.migrant.wage.noarrears;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
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

    static final Command<NoArrearsProject, Application> OPEN = Command.of("openNoArrearsProject", Application.class);
    static final Command<NoArrearsProject, Marks> ASSESS = Command.of("assessNoArrearsProject", Marks.class);
    static final Command<NoArrearsProject, Command.Nothing> SCORE = Command.of("scoreNoArrearsProject");
    static final Command<NoArrearsProject, Command.Nothing> REFUSE = Command.of("refuseNoArrearsProject");
    static final Command<NoArrearsProject, Command.Nothing> PUBLICISE = Command.of("publiciseNoArrearsProject");
    static final Command<NoArrearsProject, Objection> OBJECT = Command.of("objectNoArrearsProject", Objection.class);
    static final Command<NoArrearsProject, Command.Nothing> GRANT = Command.of("grantNoArrearsProject");
    static final Command<NoArrearsProject, Revocation> REVOKE = Command.of("revokeNoArrearsProject", Revocation.class);

    private final MongoTemplate mongo;
    private final Projects projects;
    private final OpenArrears arrears;
    private final Blacklist blacklist;
    private final RuleBook rules;
    private final NoArrearsScore least;
    private final Cases cases;
    private final CaseDefinition<NoArrearsProject> definition;

    record Application(String projectId) {}

    record Marks(List<NoArrearsScore.Mark> marks) {}

    /// @param score what remains after the objection
    record Objection(
            @NotBlank String reason,

            @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal score) {}

    record Revocation(@Nullable String reason) {}

    AssessmentDesk(
            Cases cases,
            MongoTemplate mongo,
            Projects projects,
            OpenArrears arrears,
            Blacklist blacklist,
            RuleBook rules,
            NoArrearsScore least) {
        this.cases = cases;
        this.mongo = mongo;
        this.projects = projects;
        this.arrears = arrears;
        this.blacklist = blacklist;
        this.rules = rules;
        this.least = least;
        this.definition = cases.define(NoArrearsProject.class, "NoArrearsProject", "/api/v1/wages/no-arrears-projects")
                .opens(OPEN, Set.of("GENERAL_CONTRACTOR", "EMPLOYER"), this::apply)
                .notes(ASSESS, Set.of("HR_OFFICER", "HOUSING_OFFICER"), AssessmentDesk::assess)
                .on(SCORE, (assessment, _) -> assessment.jointScore())
                .on(REFUSE, (assessment, context) -> assessment.refuse(enough(assessment, context)))
                .on(PUBLICISE, this::publicise)
                .on(OBJECT, (assessment, body, _) -> assessment.object(body.score()))
                .on(
                        GRANT,
                        (assessment, context) -> assessment.grant(arrears.onProject(assessment.projectId()), context))
                .on(REVOKE, (assessment, _, context) -> assessment.revoke(lost(assessment, context), context))
                .firm("GENERAL_CONTRACTOR", "contractorUscc", NoArrearsProject::contractorUscc)
                .readableBy("INSPECTOR", "INSPECTION_HEAD")
                .filter("project_id", "projectId")
                .filter("contractor_uscc", "contractorUscc")
                .shownAs(AssessmentView.class, AssessmentView::of);
    }

    private Outcome<NoArrearsProject> apply(Application body, CommandContext context) {
        var project = projects.find(body.projectId()).orElse(null);
        if (project == null) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/project_id", "UNKNOWN_PROJECT"));
        }
        var contractor = project.terms().contractorUscc();
        if (!contractor.equals(context.actor().creditCode())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        if (!project.is(ProjectState.STARTED, ProjectState.COMPLETED)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("PROJECT_NOT_STARTED"));
        }
        var live = mongo.findOne(Query.query(Criteria.where("liveKey").is(project.id())), NoArrearsProject.class);
        return live == null
                ? Outcome.created(
                        NoArrearsProject.applied(
                                project.id(), contractor, project.file().district(), context),
                        "")
                : Outcome.duplicate(definition.path() + '/' + live.id());
    }

    private static Verdict assess(NoArrearsProject assessment, Marks body, CommandContext context) {
        var actor = context.actor();
        var role = actor.has("HR_OFFICER") ? "HR_OFFICER" : "HOUSING_OFFICER";
        if (body.marks().stream().anyMatch(mark -> mark.points().scale() > 1)) {
            return Verdict.refused(
                    Refusal.Kind.VALIDATION,
                    Reason.at("/marks", "POINTS_OUT_OF_RANGE").required("one decimal", null));
        }
        try {
            var total = NoArrearsScore.total(body.marks());
            return assessment.assess(new Sheet(role, actor.id(), context.at(), body.marks(), total));
        } catch (UnfitFacts e) {
            return new Verdict.Refused(new Refusal(Refusal.Kind.VALIDATION, e.reasons(), null));
        }
    }

    private boolean enough(NoArrearsProject assessment, CommandContext context) {
        var facts = new NoArrearsScore.Facts(assessment.score(), context.today());
        return rules.decide(least, facts).result().mayPublicise();
    }

    private Verdict publicise(NoArrearsProject assessment, CommandContext context) {
        var ruleContext = rules.context();
        int days = ruleContext.on(context.today(), assessment.file().district()).integer("wage.noarrears.publicity_wd");
        return assessment.publicise(
                enough(assessment, context),
                arrears.onProject(assessment.projectId()),
                ruleContext.calendar().workingDaysAfter(context.today(), days));
    }

    /// An event is its own proof; an officer's word is held against the records.
    private boolean lost(NoArrearsProject assessment, CommandContext context) {
        return context.causationId() != null
                || arrears.onProject(assessment.projectId())
                || blacklist.isListed(assessment.contractorUscc());
    }

    void revokeOn(String projectId, CommandContext context) {
        revoke(Criteria.where("projectId").is(projectId), context);
    }

    void revokeOf(String contractorUscc, CommandContext context) {
        revoke(Criteria.where("contractorUscc").is(contractorUscc), context);
    }

    private void revoke(Criteria whose, CommandContext context) {
        mongo.find(Query.query(whose), NoArrearsProject.class).stream()
                .filter(assessment -> assessment.file().is(AssessmentState.GRANTED))
                .forEach(assessment -> cases.fire(assessment.id(), REVOKE, new Revocation(null), context)
                        .orRetry());
    }
}
