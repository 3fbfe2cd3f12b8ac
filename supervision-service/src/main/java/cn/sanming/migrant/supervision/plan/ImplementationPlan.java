package cn.sanming.migrant.supervision.plan;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The plan of one unit for all measures in which it leads or is responsible (实施方案); M20.1.
@Document("plans")
final class ImplementationPlan implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String unitCode;

    private final LocalDate deadline;
    private String contact;
    private List<Step> steps;
    private int edition = 1;
    private @Nullable LocalDate submittedOn;

    /// What the unit will do for a measure or for one promise of it.
    record Step(
            String measure,
            @Nullable String subItem,
            String what,
            @Nullable LocalDate dueOn) {}

    ImplementationPlan(
            String id, CaseFile file, String unitCode, LocalDate deadline, String contact, List<Step> steps) {
        this.id = id;
        this.file = file;
        this.unitCode = unitCode;
        this.deadline = deadline;
        this.contact = contact;
        this.steps = steps;
    }

    /// Changes a draft; what is submitted or approved does not change.
    Verdict edit(String person, List<Step> newSteps) {
        return Verdict.guards()
                .require(file.is(PlanState.DRAFT), Reason.of("PLAN_IS_NOT_A_DRAFT"))
                .then(() -> {
                    contact = person;
                    steps = new ArrayList<>(newSteps);
                });
    }

    /// Complete when no measure of the unit is left out. A late plan is taken in and marked, for it is still wanted.
    Verdict submit(Collection<String> measures, CommandContext context) {
        var guards = Verdict.guards();
        for (var measure : measures) {
            guards.require(
                    steps.stream().anyMatch(step -> step.measure().equals(measure)),
                    Reason.at("/steps", "MEASURE_WITHOUT_TASK").clause(measure).required(measure, null));
        }
        return guards.then(() -> submittedOn = context.today());
    }

    Verdict revise() {
        edition++;
        return Verdict.granted();
    }

    boolean isLate() {
        return submittedOn != null && submittedOn.isAfter(deadline);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String unitCode() {
        return unitCode;
    }

    LocalDate deadline() {
        return deadline;
    }

    String contact() {
        return contact;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    int edition() {
        return edition;
    }

    @Nullable
    LocalDate submittedOn() {
        return submittedOn;
    }
}
