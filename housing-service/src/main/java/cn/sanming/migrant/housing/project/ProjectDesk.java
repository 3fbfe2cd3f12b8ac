package cn.sanming.migrant.housing.project;

import cn.sanming.migrant.housing.unit.Sites;
import cn.sanming.migrant.housing.unit.Units;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for housing projects. The city sees which counties have none (督促指导, measure 9).
@Component
class ProjectDesk implements Sites {

    static final Command<HousingProject, HousingProject.Plan> OPEN =
            Command.of("openPublicWorksProject", HousingProject.Plan.class);
    static final Command<HousingProject, Command.Nothing> APPROVE = Command.of("approvePublicWorksProject");
    static final Command<HousingProject, Command.Nothing> START = Command.of("startPublicWorksProject");
    static final Command<HousingProject, HousingProject.Completion> COMPLETE =
            Command.of("completePublicWorksProject", HousingProject.Completion.class);
    static final Command<HousingProject, Command.Nothing> PUT_INTO_USE = Command.of("putIntoUsePublicWorksProject");
    static final Command<HousingProject, Command.Because> CANCEL = Command.because("cancelPublicWorksProject");

    private static final Set<ProjectState> REGISTERING =
            Set.of(ProjectState.UNDER_CONSTRUCTION, ProjectState.COMPLETED, ProjectState.IN_USE);

    private final Cases cases;
    private final CaseDefinition<HousingProject> definition;
    private final MongoTemplate mongo;

    /// A county's projects by state, and whether one of them is built.
    ///
    /// @param withoutProject nothing is even planned: the city has to urge
    record CountyRow(
            String district,
            String name,
            int planned,
            int underConstruction,
            int completed,
            int units,
            boolean withoutProject) {}

    ProjectDesk(Cases cases, MongoTemplate mongo, Units units) {
        this.cases = cases;
        this.mongo = mongo;
        this.definition = cases.define(HousingProject.class, "PublicWorksProject", "/api/v1/housing/projects")
                .opens(OPEN, Set.of("HOUSING_OFFICER"), ProjectDesk::plan)
                .on(APPROVE)
                .on(START)
                .on(
                        COMPLETE,
                        (project, body, context) -> project.complete(
                                body, units.ofProject(project.id).size(), context))
                .on(PUT_INTO_USE)
                .on(CANCEL)
                .filter("park_name", "plan.parkName")
                .shownAs(ProjectView.class, ProjectView::of);
    }

    private static Outcome<HousingProject> plan(HousingProject.Plan plan, CommandContext context) {
        if (Divisions.sanming().find(plan.district()).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return context.actor().mayActIn(plan.district())
                ? Outcome.created(HousingProject.planned(plan, context), "")
                : Outcome.refused(
                        Kind.OTHER_DISTRICT,
                        Reason.of("OTHER_DISTRICT")
                                .required(plan.district(), context.actor().county()));
    }

    @Override
    public Optional<Site> find(String projectId) {
        return cases.find(definition, projectId)
                .map(project -> new Site(
                        project.plan.district(),
                        project.plan.unitKind(),
                        REGISTERING.contains(ProjectState.valueOf(project.file.state())),
                        project.file.is(ProjectState.IN_USE)));
    }

    /// Every county with what it has built and plans; those without anything first.
    List<CountyRow> counties() {
        var rows = new ArrayList<CountyRow>();
        for (var division : Divisions.sanming().all()) {
            var projects =
                    mongo.find(Query.query(Criteria.where("file.district").is(division.code())), HousingProject.class);
            rows.add(row(division.code(), division.name(), projects));
        }
        rows.sort((one, other) -> Boolean.compare(other.withoutProject(), one.withoutProject()));
        return rows;
    }

    private static CountyRow row(String district, String name, List<HousingProject> projects) {
        int planned = 0;
        int building = 0;
        int completed = 0;
        int units = 0;
        for (var project : projects) {
            switch (ProjectState.valueOf(project.file.state())) {
                case PLANNED, APPROVED -> planned++;
                case UNDER_CONSTRUCTION -> building++;
                case COMPLETED, IN_USE -> {
                    completed++;
                    units += project.actualUnits == null ? 0 : project.actualUnits;
                }
                case CANCELLED -> {}
            }
        }
        return new CountyRow(district, name, planned, building, completed, units, planned + building + completed == 0);
    }
}
