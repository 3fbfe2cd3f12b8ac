package cn.sanming.migrant.community.school.project;

import cn.sanming.migrant.community.school.SchoolDesk;
import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal.Kind;
import cn.sanming.migrant.platform.desk.Verdict;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Takes in school projects and follows them until children sit there.
@Component
class SchoolProjectDesk {

    private static final String KEEPER = "EDU_OFFICER";

    private final SchoolDesk schools;

    record Plan(
            @NotBlank @Size(max = 120) String name,
            String schoolId,
            @Positive int plannedSeats) {}

    record Completion(@Positive int actualSeats) {}

    SchoolProjectDesk(Dockets dockets, SchoolDesk schools) {
        this.schools = schools;
        dockets.declare(SchoolProject.class, "PublicWorksProject", "/api/v1/community/school-projects")
                .opens(Plan.class, Set.of(KEEPER), this::plan)
                .on("approve", (_, act) -> ofTheTrade(act, Verdict::granted))
                .on("start", (_, act) -> ofTheTrade(act, Verdict::granted))
                .on(
                        "complete",
                        Completion.class,
                        (project, body, act) -> ofTheTrade(act, () -> {
                            project.complete(body.actualSeats());
                            return Verdict.granted();
                        }))
                .on("put_into_use", (project, act) -> ofTheTrade(act, () -> project.putIntoUse(act)))
                .on("cancel", (_, act) -> ofTheTrade(act, Verdict::granted))
                .filter("school_id", "schoolId")
                .shownAs(SchoolProjectView.class, SchoolProjectView::of);
    }

    /// The life cycle is shared by housing, schools, health and culture; a school project is the schools' own.
    private static Verdict ofTheTrade(Act act, Supplier<Verdict> step) {
        return act.actor().has(KEEPER)
                ? step.get()
                : Verdict.refused(
                        Kind.FORBIDDEN_ROLE,
                        Reason.of("FORBIDDEN_ROLE").required(KEEPER, act.actor().roles()));
    }

    private Outcome<SchoolProject> plan(Plan plan, Act act) {
        var school = schools.find(plan.schoolId()).orElse(null);
        if (school == null) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/school_id", "UNKNOWN_SCHOOL"));
        }
        if (!act.actor().mayActIn(school.district())) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT,
                    Reason.of("OTHER_DISTRICT")
                            .required(school.district(), act.actor().county()));
        }
        var id = Ids.next("sp");
        return Outcome.created(
                new SchoolProject(
                        id,
                        CaseFile.opened(id, ProjectState.PLANNED, school.district(), act),
                        plan.name(),
                        school.id(),
                        plan.plannedSeats()),
                "");
    }
}
