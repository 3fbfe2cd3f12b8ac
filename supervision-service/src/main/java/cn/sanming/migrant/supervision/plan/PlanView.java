package cn.sanming.migrant.supervision.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan as officers see it; `version` is its edition.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
        String id,
        String state,
        String unitCode,
        @Nullable String district,
        int version,
        String contact,
        List<ImplementationPlan.Step> steps,
        List<String> missingMeasures,
        LocalDate deadline,
        @Nullable LocalDate submittedOn,
        boolean late) {

    static PlanView of(ImplementationPlan plan, List<String> measures) {
        return new PlanView(
                plan.id(),
                plan.file().state(),
                plan.unitCode(),
                plan.file().district(),
                plan.edition(),
                plan.contact(),
                plan.steps(),
                measures.stream()
                        .filter(measure -> plan.steps().stream()
                                .noneMatch(step -> step.measure().equals(measure)))
                        .toList(),
                plan.deadline(),
                plan.submittedOn(),
                plan.isLate());
    }
}
