package cn.sanming.migrant.housing.project;

import cn.sanming.migrant.housing.unit.UnitKind;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One project of small flats or dormitories in a park (公租房项目), from the plan until people live there.
@Document("housing_projects")
@CompoundIndex(name = "by_park", def = "{'plan.parkName': 1, '_id': 1}")
final class HousingProject implements CaseAggregate {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final Plan plan;

    @Nullable
    Integer actualUnits;

    @Nullable
    LocalDate completedOn;

    /// @param parkName the development zone or industrial park
    record Plan(
            @Size(min = 1, max = 80) String name,
            @Size(min = 1, max = 80) String parkName,
            @Pattern(regexp = "3504[0-9]{2}") String district,
            UnitKind unitKind,
            @Positive int plannedUnits) {}

    record Completion(LocalDate completedOn) {}

    HousingProject(String id, CaseFile file, Plan plan) {
        this.id = id;
        this.file = file;
        this.plan = plan;
    }

    static HousingProject planned(Plan plan, CommandContext context) {
        var id = Ids.next("hp");
        return new HousingProject(id, CaseFile.opened(id, ProjectState.PLANNED, plan.district(), context), plan);
    }

    /// @param registered how many beds or flats have been entered for it
    Verdict complete(Completion body, int registered, CommandContext context) {
        return Verdict.guards()
                .require(registered > 0, "UNITS_NOT_RECORDED")
                .require(
                        !body.completedOn().isAfter(context.today()),
                        Reason.at("/completed_on", "IN_THE_FUTURE").required(context.today(), body.completedOn()))
                .then(() -> {
                    actualUnits = registered;
                    completedOn = body.completedOn();
                    file.record(
                            new ProjectCompleted(
                                    id, plan.district(), plan.parkName(), registered, plan.unitKind(), completedOn),
                            context);
                });
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }
}
