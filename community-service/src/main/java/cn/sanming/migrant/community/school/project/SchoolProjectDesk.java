package cn.sanming.migrant.community.school.project;

import cn.sanming.migrant.community.school.SchoolDesk;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Takes in school projects and follows them until children sit there.
@Component
class SchoolProjectDesk {

    static final Command<SchoolProject, Plan> OPEN = Command.of("openPublicWorksProject", Plan.class);
    static final Command<SchoolProject, Command.Nothing> APPROVE = Command.of("approvePublicWorksProject");
    static final Command<SchoolProject, Command.Nothing> START = Command.of("startPublicWorksProject");
    static final Command<SchoolProject, Completion> COMPLETE =
            Command.of("completePublicWorksProject", Completion.class);
    static final Command<SchoolProject, Command.Nothing> PUT_INTO_USE = Command.of("putIntoUsePublicWorksProject");
    static final Command<SchoolProject, Command.Nothing> CANCEL = Command.of("cancelPublicWorksProject");

    private static final String KEEPER = "EDU_OFFICER";

    private final SchoolDesk schools;

    record Plan(
            @NotBlank @Size(max = 120) String name,
            String schoolId,
            @Positive int plannedSeats) {}

    record Completion(@Positive int actualSeats) {}

    SchoolProjectDesk(Cases cases, SchoolDesk schools) {
        this.schools = schools;
        cases.define(SchoolProject.class, "PublicWorksProject", "/api/v1/community/school-projects")
                .opens(OPEN, Set.of(KEEPER), this::plan)
                .on(APPROVE, (_, context) -> ofTheTrade(context, Verdict::granted))
                .on(START, (_, context) -> ofTheTrade(context, Verdict::granted))
                .on(
                        COMPLETE,
                        (project, body, context) -> ofTheTrade(context, () -> {
                            project.complete(body.actualSeats());
                            return Verdict.granted();
                        }))
                .on(PUT_INTO_USE, (project, context) -> ofTheTrade(context, () -> project.putIntoUse(context)))
                .on(CANCEL, (_, context) -> ofTheTrade(context, Verdict::granted))
                .filter("school_id", "schoolId")
                .shownAs(SchoolProjectView.class, SchoolProjectView::of);
    }

    /// The life cycle is shared by housing, schools, health and culture; a school project is the schools' own.
    private static Verdict ofTheTrade(CommandContext context, Supplier<Verdict> step) {
        return context.actor().has(KEEPER)
                ? step.get()
                : Verdict.refused(
                        Kind.FORBIDDEN_ROLE,
                        Reason.of("FORBIDDEN_ROLE")
                                .required(KEEPER, context.actor().roles()));
    }

    private Outcome<SchoolProject> plan(Plan plan, CommandContext context) {
        var school = schools.find(plan.schoolId()).orElse(null);
        if (school == null) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/school_id", "UNKNOWN_SCHOOL"));
        }
        if (!context.actor().mayActIn(school.district())) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT,
                    Reason.of("OTHER_DISTRICT")
                            .required(school.district(), context.actor().county()));
        }
        var id = Ids.next("sp");
        return Outcome.created(
                new SchoolProject(
                        id,
                        CaseFile.opened(id, ProjectState.PLANNED, school.district(), context),
                        plan.name(),
                        school.id(),
                        plan.plannedSeats()),
                "");
    }
}
